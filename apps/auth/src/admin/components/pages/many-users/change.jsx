import React, { useState } from 'react';
import { Button } from '../../kit/button.jsx';
import { useWords } from '../../kit/words.js';

/** What each change is directed at, and how it is previewed; disabling is directed at nothing and changes no rights. */
const CHANGES = {
  giveRole: { targets: 'roles', change: 'assign_role', field: 'roleId' },
  takeRole: { targets: 'roles', change: 'revoke_role', field: 'roleId' },
  addToTeam: { targets: 'teams', change: 'add_team_members', field: 'teamId' },
  moveToGroup: { targets: 'groups', change: 'move_visibility_group_members', field: 'groupId' },
};

/** What is to be done with those who were chosen. It stays in sight while the list is scrolled. */
export function Change({ choices, chosen, propose, onApply }) {
  const { say } = useWords();
  const [action, setAction] = useState('');
  const [targetId, setTargetId] = useState('');
  const label = (name, values) => say(`pages.many-users.${name}`, values);
  const kind = CHANGES[action];
  const targets = kind && choices[kind.targets];
  const isComplete = action !== '' && chosen.size > 0 && (targets === undefined || targetId !== '');
  const name = targets?.find(({ id }) => id === targetId)?.name;
  const pick = (wanted) => {
    setAction(wanted);
    setTargetId('');
  };
  const isTaking = action === 'disable' || action === 'takeRole';
  const ask = () => {
    const userIds = [...chosen.keys()];
    // What is refused for some of them is told in the results.
    const input = kind && { change: kind.change, [kind.field]: targetId, userIds, isPartial: true };
    propose(
      label(`actions.${action}.question`, { count: chosen.size, name }),
      { change: action },
      {
        preview: kind ? { action: 'preview', input } : null,
        apply: { start: (why) => onApply({ action, input: { ...(kind && { targetId }), ...why } }) },
      },
    );
  };
  return (
    <div className="p-card p-picker p-sticky" role="group" aria-label={label('change')}>
      <strong className="p-field" role="status">
        {say('kit.chosen', { count: chosen.size })}
      </strong>
      <Choice
        id="many-action"
        label={label('change')}
        value={action}
        options={choices.offers.map((id) => ({ id, name: label(`actions.${id}.label`) }))}
        onChange={pick}
      />
      {targets && (
        <Choice
          id="many-target"
          label={label(`targets.${kind.targets}`)}
          value={targetId}
          options={targets}
          onChange={setTargetId}
        />
      )}
      <Button kind={isTaking ? 'danger' : 'primary'} disabled={!isComplete} onClick={ask}>
        {label('apply')}
      </Button>
    </div>
  );
}

function Choice({ id, label, value, options, onChange }) {
  const { say } = useWords();
  return (
    <div className="p-field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={({ target }) => onChange(target.value)}>
        <option value="">{say('pages.user.pick')}</option>
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.name}
          </option>
        ))}
      </select>
    </div>
  );
}
