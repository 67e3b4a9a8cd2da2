import React, { useState } from 'react';
import { Link } from 'react-router-dom';
import { Button } from '../kit/button.jsx';
import { Moment } from '../kit/moment.jsx';
import { panelPath } from '../kit/paths.js';
import { Empty, Loading, ProblemBox } from '../kit/states.jsx';
import { useReading } from '../kit/use-reading.js';
import { useWords } from '../kit/words.js';
import { TextField } from './field.jsx';
import { PersonPicker } from './person-picker.jsx';
import { Section } from './section.jsx';
import { useMore } from './use-more.js';

/** Who has a role, directly or as a team, and giving it to others. */
export function RoleHolders({ role, mayAssign, propose }) {
  const { say } = useWords();
  const { data, problem, reload } = useReading('role', 'holders', { id: role.id });
  return (
    <Section title={say('access.holders')}>
      {role.isDefault && <p>{say('access.everybodyHasIt')}</p>}
      {problem && <ProblemBox problem={problem} onRetry={reload} />}
      {!problem && data === undefined && <Loading />}
      {data && <Holders role={role} first={data} mayAssign={mayAssign} propose={propose} />}
      {mayAssign && <GiveRole role={role} propose={propose} />}
    </Section>
  );
}

function Holders({ role, first, mayAssign, propose }) {
  const { say } = useWords();
  const { items, more } = useMore('role', 'holders', { id: role.id }, first);
  if (items.length === 0) return <Empty text={say('access.noHolders')} />;
  const take = ({ userId, name }) =>
    propose(say('access.takeRole', { role: role.name, name }), {
      change: 'revoke_role',
      roleId: role.id,
      userIds: [userId],
    });
  return (
    <>
      <ul className="p-lines">
        {items.map((holder) => (
          <li key={holder.userId ?? holder.teamId}>
            <span>
              {holder.teamId === null ? (
                <Link to={panelPath('/pages/user', { id: holder.userId })}>{holder.name}</Link>
              ) : (
                <>
                  {say('access.way.team')}{' '}
                  <Link to={panelPath('/pages/team', { id: holder.teamId })}>{holder.name}</Link>
                  {holder.teamScoped && ` (${say('access.teamScoped')})`}
                </>
              )}
              {holder.validUntil && (
                <span className="p-soft">
                  {' '}
                  {say('access.until')} <Moment at={holder.validUntil} />
                </span>
              )}
            </span>
            {mayAssign && holder.userId !== null && (
              <Button
                kind="quiet"
                icon="X"
                label={say('access.takeRole', { role: role.name, name: holder.name })}
                onClick={() => take(holder)}
              />
            )}
          </li>
        ))}
      </ul>
      {more && <Button onClick={more}>{say('kit.more')}</Button>}
    </>
  );
}

function GiveRole({ role, propose }) {
  const { say } = useWords();
  const [until, setUntil] = useState('');
  const give = ({ id, email }) =>
    propose(say('access.giveRole', { role: role.name, name: email }), {
      change: 'assign_role',
      roleId: role.id,
      userIds: [id],
      ...(until !== '' && { validUntil: new Date(until).toISOString() }),
    });
  return (
    <div className="p-form-row">
      <TextField label={say('access.validUntil')} type="datetime-local" value={until} onChange={setUntil} />
      <PersonPicker page="role" label={say('access.giveRoleTo')} onChoose={give} />
    </div>
  );
}
