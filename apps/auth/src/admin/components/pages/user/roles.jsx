import React, { useState } from 'react';
import { Link } from 'react-router-dom';
import { Button } from '../../kit/button.jsx';
import { Moment } from '../../kit/moment.jsx';
import { panelPath } from '../../kit/paths.js';
import { Empty } from '../../kit/states.jsx';
import { useWords } from '../../kit/words.js';
import { Part } from './part.jsx';
import { Picker } from './picker.jsx';

/** The roles that the user has directly, each with how long it is given for. */
export function Roles({ id, user, roles, choices, may, propose }) {
  const { say } = useWords();
  const takeRole = ({ roleId, name }) =>
    propose(
      say('access.takeRole', { role: name, name: user.email }),
      { change: 'revoke_role', roleId, userIds: [id] },
      { apply: { action: 'takeRole', input: { id, roleId } } },
    );
  return (
    <Part title={say('pages.user.roles.title')}>
      {roles.length === 0 && <Empty text={say('pages.user.roles.none')} />}
      <ul>
        {roles.map((role) => (
          <li key={role.roleId} className="p-line">
            <div>
              <Link to={panelPath(`/resources/roles/records/${role.roleId}/show`)}>{role.name}</Link>
              <Window {...role} />
            </div>
            {may('takeRole') && (
              <Button
                kind="quiet"
                icon="X"
                label={say('pages.user.roles.take', { name: role.name })}
                onClick={() => takeRole(role)}
              />
            )}
          </li>
        ))}
      </ul>
      {may('giveRole') && choices && (
        <GiveRole
          id={id}
          user={user}
          choices={choices.roles.filter((choice) => !roles.some(({ roleId }) => roleId === choice.id))}
          propose={propose}
        />
      )}
    </Part>
  );
}

/** When a role counts, if that is not simply from now on and for good. */
function Window({ validFrom, validUntil }) {
  const { say } = useWords();
  if (new Date(validFrom) > new Date())
    return (
      <p className="p-soft">
        {say('pages.user.roles.from')} <Moment at={validFrom} />
      </p>
    );
  if (validUntil === null) return null;
  return (
    <p className="p-soft">
      {say(new Date(validUntil) < new Date() ? 'pages.user.roles.ended' : 'pages.user.roles.until')}{' '}
      <Moment at={validUntil} />
    </p>
  );
}

function GiveRole({ id, user, choices, propose }) {
  const { say } = useWords();
  const [until, setUntil] = useState('');
  const submit = (roleId) => {
    const validUntil = until === '' ? null : new Date(until).toISOString();
    const { name } = choices.find((choice) => choice.id === roleId);
    propose(
      say('access.giveRole', { role: name, name: user.email }),
      { change: 'assign_role', roleId, userIds: [id], ...(validUntil && { validUntil }) },
      { apply: { action: 'giveRole', input: { id, roleId, validUntil } } },
    );
    return true;
  };
  return (
    <Picker label={say('pages.user.roles.give')} choices={choices} onPick={submit}>
      <div className="p-field">
        <label htmlFor="role-until">{say('pages.user.roles.untilLabel')}</label>
        <input
          id="role-until"
          type="datetime-local"
          value={until}
          onChange={({ target }) => setUntil(target.value)}
        />
      </div>
    </Picker>
  );
}
