import React from 'react';
import { HiddenPart } from '../kit/hidden.jsx';
import { useAction } from '../kit/use-action.js';
import { useWords } from '../kit/words.js';
import { Select } from './field.jsx';
import { Section } from './section.jsx';

/** How widely new items are seen, by their type. It changes nobody's sight of what there is, so nothing is previewed. */
export function GroupDefaults({ group, defaults, tree, onChanged }) {
  const { say } = useWords();
  const decide = useAction('visibility', 'setDefault', 'access.saved');
  const levels = tree.levels.map((level) => ({ id: String(level), name: say(`access.levels.${level}`) }));
  const missing = tree.types.filter((type) => !defaults.some((row) => row.type === type));
  const set = async (type, level) => {
    const done = await decide.run({ id: group.id, type, level: level === '' ? null : Number(level) });
    if (done !== undefined) onChanged();
  };
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
