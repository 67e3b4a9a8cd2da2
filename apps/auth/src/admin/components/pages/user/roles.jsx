import React, { useState } from 'react';
import { Link } from 'react-router-dom';
import { ConfirmButton } from '../../kit/confirm-button.jsx';
import { Moment } from '../../kit/moment.jsx';
import { panelPath } from '../../kit/paths.js';
import { Empty } from '../../kit/states.jsx';
import { useAction } from '../../kit/use-action.js';
import { useWords } from '../../kit/words.js';
import { Part } from './part.jsx';
import { Picker } from './picker.jsx';

/** The roles that the user has directly, each with how long it is given for. */
export function Roles({ id, roles, choices, may, onChange }) {
  const { say } = useWords();
  const take = useAction('user', 'takeRole', 'pages.user.roles.taken');
  const takeRole = async (roleId) => {
    if ((await take.run({ id, roleId })) !== undefined) onChange();
  };
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
              <ConfirmButton
                kind="quiet"
                icon="X"
                label={say('pages.user.roles.take', { name: role.name })}
                question={say('pages.user.roles.takeQuestion', { name: role.name })}
                onConfirm={() => takeRole(role.roleId)}
              />
            )}
          </li>
        ))}
      </ul>
      {may('giveRole') && choices && (
        <GiveRole
          id={id}
          choices={choices.roles.filter((choice) => !roles.some(({ roleId }) => roleId === choice.id))}
          onChange={onChange}
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

function GiveRole({ id, choices, onChange }) {
  const { say } = useWords();
  const [until, setUntil] = useState('');
  const give = useAction('user', 'giveRole', 'pages.user.roles.given');
  const submit = async (roleId) => {
    const validUntil = until === '' ? null : new Date(until).toISOString();
    if ((await give.run({ id, roleId, validUntil })) === undefined) return false;
    onChange();
    return true;
  };
  return (
    <Picker label={say('pages.user.roles.give')} choices={choices} isRunning={give.isRunning} onPick={submit}>
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
