import React from 'react';
import { Link } from 'react-router-dom';
import { Button } from '../../kit/button.jsx';
import { panelPath } from '../../kit/paths.js';
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

function Group({ id, user, group, choices, may, propose }) {
  const { say } = useWords();
  const pick = (groupId) => {
    const { name } = choices.groups.find((choice) => choice.id === groupId);
    propose(
      say('access.bringIntoGroup', { name: user.email, group: name }),
      { change: 'move_visibility_group_members', groupId, userIds: [id] },
      { apply: { action: 'moveToGroup', input: { id, groupId } } },
    );
    return true;
  };
  return (
    <>
      <h3>{say('pages.user.belonging.group')}</h3>
      <p>
        <Link to={panelPath('/pages/visibility', { id: group.id })}>{group.name}</Link>{' '}
        {group.isDefault && <span className="p-soft">{say('pages.user.belonging.isDefault')}</span>}
      </p>
      {may('moveToGroup') && choices && (
        <Picker
          label={say('pages.user.belonging.move')}
          choices={choices.groups.filter((choice) => choice.id !== group.id)}
          onPick={pick}
        />
      )}
    </>
  );
}

function Teams({ id, user, teams, choices, may, propose }) {
  const { say } = useWords();
  const add = (teamId) => {
    const { name } = choices.teams.find((choice) => choice.id === teamId);
    propose(
      say('access.bringIntoGroup', { name: user.email, group: name }),
      { change: 'add_team_members', teamId, userIds: [id] },
      { apply: { action: 'addToTeam', input: { id, teamId } } },
    );
    return true;
  };
  const remove = ({ teamId, name }) =>
    propose(
      say('access.takeFromGroup', { name: user.email, group: name }),
      { change: 'remove_team_member', teamId, userId: id },
      { apply: { action: 'removeFromTeam', input: { id, teamId } } },
    );
  return (
    <>
      <h3>{say('pages.user.belonging.teams')}</h3>
      {teams.length === 0 && <p className="p-soft">{say('pages.user.belonging.noTeam')}</p>}
      <ul>
        {teams.map(({ teamId, name, isManager }) => (
          <li key={teamId} className="p-line">
            <span>
              <Link to={panelPath('/pages/team', { id: teamId })}>{name}</Link>{' '}
              {isManager && <span className="p-mark">{say('pages.user.belonging.manager')}</span>}
            </span>
            {may('removeFromTeam') && (
              <Button
                kind="quiet"
                icon="X"
                label={say('pages.user.belonging.remove', { name })}
                onClick={() => remove({ teamId, name })}
              />
            )}
          </li>
        ))}
      </ul>
      {may('addToTeam') && choices && (
        <Picker
          label={say('pages.user.belonging.add')}
          choices={choices.teams.filter((choice) => !teams.some(({ teamId }) => teamId === choice.id))}
          onPick={add}
        />
      )}
    </>
  );
}
