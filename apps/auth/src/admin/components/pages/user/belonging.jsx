import React from 'react';
import { ConfirmButton } from '../../kit/confirm-button.jsx';
import { useAction } from '../../kit/use-action.js';
import { useWords } from '../../kit/words.js';
import { Part } from './part.jsx';
import { Picker } from './picker.jsx';

/** With whom they work and where they stand: teams and the visibility group. */
export function Belonging({ teams, group, ...part }) {
  const { say } = useWords();
  return (
    <Part title={say('pages.user.belonging.title')}>
      {group && <Group group={group} {...part} />}
      {teams && <Teams teams={teams} {...part} />}
    </Part>
  );
}

function Group({ id, group, choices, may, onChange }) {
  const { say } = useWords();
  const move = useAction('user', 'moveToGroup', 'pages.user.belonging.moved');
  const pick = async (groupId) => {
    if ((await move.run({ id, groupId })) === undefined) return false;
    onChange();
    return true;
  };
  return (
    <>
      <h3>{say('pages.user.belonging.group')}</h3>
      <p>
        {group.name}{' '}
        {group.isDefault && <span className="p-soft">{say('pages.user.belonging.isDefault')}</span>}
      </p>
      {may('moveToGroup') && choices && (
        <Picker
          label={say('pages.user.belonging.move')}
          choices={choices.groups.filter((choice) => choice.id !== group.id)}
          isRunning={move.isRunning}
          onPick={pick}
        />
      )}
    </>
  );
}

function Teams({ id, teams, choices, may, onChange }) {
  const { say } = useWords();
  const add = useAction('user', 'addToTeam', 'pages.user.belonging.added');
  const remove = useAction('user', 'removeFromTeam', 'pages.user.belonging.removed');
  const change = async (action, teamId) => {
    if ((await action.run({ id, teamId })) === undefined) return false;
    onChange();
    return true;
  };
  return (
    <>
      <h3>{say('pages.user.belonging.teams')}</h3>
      {teams.length === 0 && <p className="p-soft">{say('pages.user.belonging.noTeam')}</p>}
      <ul>
        {teams.map(({ teamId, name, isManager }) => (
          <li key={teamId} className="p-line">
            <span>
              {name} {isManager && <span className="p-mark">{say('pages.user.belonging.manager')}</span>}
            </span>
            {may('removeFromTeam') && (
              <ConfirmButton
                kind="quiet"
                icon="X"
                label={say('pages.user.belonging.remove', { name })}
                question={say('pages.user.belonging.removeQuestion', { name })}
                onConfirm={() => change(remove, teamId)}
              />
            )}
          </li>
        ))}
      </ul>
      {may('addToTeam') && choices && (
        <Picker
          label={say('pages.user.belonging.add')}
          choices={choices.teams.filter((choice) => !teams.some(({ teamId }) => teamId === choice.id))}
          isRunning={add.isRunning}
          onPick={(teamId) => change(add, teamId)}
        />
      )}
    </>
  );
}
