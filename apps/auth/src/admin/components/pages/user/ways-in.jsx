import React from 'react';
import { Moment } from '../../kit/moment.jsx';
import { useWords } from '../../kit/words.js';
import { AccountAction } from './account-actions.jsx';
import { Facts, Part } from './part.jsx';

/** How they log in: password, second factors, linked accounts. */
export function WaysIn({ id, user, waysIn, may, onChange }) {
  const { say } = useWords();
  const label = (name, values) => say(`pages.user.waysIn.${name}`, values);
  const { hasPassword, totp, passkeys, recoveryCodes, rememberedDevices, identities } = waysIn;
  const hasFactors = totp !== null || passkeys.length > 0 || recoveryCodes > 0;
  const reset = may('resetFactors') && hasFactors && (
    <AccountAction
      action="resetFactors"
      id={id}
      email={user.email}
      icon="Unlock"
      kind="danger"
      onDone={onChange}
    />
  );
  return (
    <Part title={label('title')} actions={reset}>
      <Facts
        facts={[
          [label('password'), label(hasPassword ? 'set' : 'notSet')],
          [label('totp'), totp === null ? label('notSet') : <Since key="totp" at={totp.confirmedAt} />],
          [label('passkeys'), named(passkeys, ({ name }) => name)],
          [label('recoveryCodes'), label('left', { count: recoveryCodes })],
          [label('rememberedDevices'), label('devices', { count: rememberedDevices.length })],
          [label('identities'), named(identities, ({ label: provider, email }) => `${provider} (${email})`)],
        ]}
      />
    </Part>
  );
}

function Since({ at }) {
  const { say } = useWords();
  return (
    <>
      {say('pages.user.waysIn.since')} <Moment at={at} />
    </>
  );
}

function named(items, nameOf) {
  if (items.length === 0) return null;
  return (
    <ul>
      {items.map((item) => (
        <li key={item.id}>
          {nameOf(item)}{' '}
          <span className="p-soft">
            <Moment at={item.lastUsedAt ?? item.createdAt} />
          </span>
        </li>
      ))}
    </ul>
  );
}
