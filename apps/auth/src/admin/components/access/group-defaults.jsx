import React from 'react';
import { HiddenPart } from '../kit/hidden.jsx';
import { useWords } from '../kit/words.js';
import { Select } from './field.jsx';
import { Section } from './section.jsx';

/** How widely new items are seen, by their type. */
export function GroupDefaults({ group, defaults, tree, propose }) {
  const { say } = useWords();
  const nameOf = (level) => say(level === '' ? 'access.asAbove' : `access.levels.${level}`);
  const levels = tree.levels.map((level) => ({ id: String(level), name: nameOf(level) }));
  const missing = tree.types.filter((type) => !defaults.some((row) => row.type === type));
  const set = (type, level) =>
    propose(say('access.setDefault', { group: group.name, type, level: nameOf(level) }), {
      change: 'set_visibility_group_default',
      groupId: group.id,
      type,
      level: level === '' ? null : Number(level),
    });
  return (
    <Section title={say('access.defaults')}>
      <p className="p-soft">{say('access.defaultsHint')}</p>
      {defaults.map(({ type, level }) => (
        <Select
          key={type}
          label={type}
          options={levels}
          value={String(level)}
          none={say('access.asAbove')}
          disabled={!tree.may.update}
          onChange={(value) => set(type, value)}
        />
      ))}
      {tree.may.update && (
        <Select
          label={say('access.addDefault')}
          options={missing.map((type) => ({ id: type, name: type }))}
          value=""
          none={say('access.chooseType')}
          onChange={(type) => type !== '' && set(type, tree.levels[1])}
        />
      )}
      {tree.may.update && !tree.may.seeTypes && <HiddenPart needed="resource:read" />}
    </Section>
  );
}
