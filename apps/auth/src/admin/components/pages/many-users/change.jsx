import React, { useState } from 'react';
import { ConfirmButton } from '../../kit/confirm-button.jsx';
import { useWords } from '../../kit/words.js';

/** What each change is directed at; disabling is directed at nothing. */
const TARGETS = { giveRole: 'roles', takeRole: 'roles', addToTeam: 'teams', moveToGroup: 'groups' };

/** What is to be done with those who were chosen. It stays in sight while the list is scrolled. */
export function Change({ choices, chosen, onApply }) {
  const { say } = useWords();
  const [action, setAction] = useState('');
  const [targetId, setTargetId] = useState('');
  const label = (name, values) => say(`pages.many-users.${name}`, values);
  const targets = choices[TARGETS[action]];
  const isComplete = action !== '' && chosen.size > 0 && (targets === undefined || targetId !== '');
  const name = targets?.find(({ id }) => id === targetId)?.name;
  const pick = (wanted) => {
    setAction(wanted);
    setTargetId('');
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
          label={label(`targets.${TARGETS[action]}`)}
          value={targetId}
          options={targets}
          onChange={setTargetId}
        />
      )}
      <ConfirmButton
        kind={action === 'disable' || action === 'takeRole' ? 'danger' : 'primary'}
        disabled={!isComplete}
        question={isComplete ? label(`actions.${action}.question`, { count: chosen.size, name }) : ''}
        onConfirm={() => onApply({ action, input: targets === undefined ? {} : { targetId } })}
      >
        {label('apply')}
      </ConfirmButton>
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
