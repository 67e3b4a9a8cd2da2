import React, { useId, useState } from 'react';
import { Link } from 'react-router-dom';
import { Button } from '../kit/button.jsx';
import { Moment } from '../kit/moment.jsx';
import { panelPath } from '../kit/paths.js';
import { Empty } from '../kit/states.jsx';
import { useWords } from '../kit/words.js';
import { Select } from './field.jsx';
import { Section } from './section.jsx';

/** The roles that a team carries: all its members have them. */
export function TeamRoles({ team, carried, roles, mayAssign, propose }) {
  const { say } = useWords();
  const about = ({ name }) => ({ role: name, name: team.name });
  const take = (role) =>
    propose(say('access.takeRole', about(role)), {
      change: 'revoke_role_from_team',
      teamId: team.id,
      roleId: role.roleId,
    });
  return (
    <Section title={say('access.teamRoles')}>
      {carried.length === 0 && <Empty text={say('access.noTeamRoles')} />}
      <ul className="p-lines">
        {carried.map((role) => (
          <li key={role.roleId}>
            <span>
              <Link to={panelPath('/pages/role', { id: role.roleId })}>{role.name}</Link>{' '}
              {role.teamScoped && <span className="p-chip">{say('access.teamScoped')}</span>}
              {role.validUntil && (
                <span className="p-soft">
                  {' '}
                  {say('access.until')} <Moment at={role.validUntil} />
                </span>
              )}
            </span>
            {mayAssign && (
              <Button
                kind="quiet"
                icon="X"
                label={say('access.takeRole', about(role))}
                onClick={() => take(role)}
              />
            )}
          </li>
        ))}
      </ul>
      {mayAssign && <GiveTeamRole team={team} carried={carried} roles={roles} propose={propose} />}
    </Section>
  );
}

function GiveTeamRole({ team, carried, roles, propose }) {
  const { say } = useWords();
  const scopeId = useId();
  const [teamScoped, setScoped] = useState(false);
  const held = new Set(carried.map(({ roleId }) => roleId));
  const give = (roleId) => {
    const role = roles.find(({ id }) => id === roleId);
    if (role === undefined) return;
    propose(say('access.giveRole', { role: role.name, name: team.name }), {
      change: 'assign_role_to_team',
      teamId: team.id,
      roleId,
      teamScoped,
    });
  };
  return (
    <div className="p-stack">
      <div className="p-row">
        <input
          id={scopeId}
          type="checkbox"
          checked={teamScoped}
          onChange={(event) => setScoped(event.target.checked)}
        />
        <label htmlFor={scopeId}>{say('access.onlyInTeam')}</label>
      </div>
      <Select
        label={say('access.addTeamRole')}
        options={roles.filter(({ id }) => !held.has(id))}
        value=""
        none={say('access.chooseRole')}
        onChange={give}
      />
    </div>
  );
}
