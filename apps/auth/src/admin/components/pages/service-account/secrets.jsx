import { useNotice } from 'adminjs';
import React, { useState } from 'react';
import { TextField } from '../../access/field.jsx';
import { Section } from '../../access/section.jsx';
import { Button } from '../../kit/button.jsx';
import { ConfirmButton } from '../../kit/confirm-button.jsx';
import { documentPath } from '../../kit/paths.js';
import { Moment } from '../../kit/moment.jsx';
import { Empty } from '../../kit/states.jsx';
import { useAction } from '../../kit/use-action.js';
import { useWords } from '../../kit/words.js';

/** The secrets of a service account. One is shown once, when it is made. */
export function Secrets({ account, mayUpdate, reload }) {
  const { say } = useWords();
  const label = (name) => say(`pages.service-account.${name}`);
  const notify = useNotice();
  const [secret, setSecret] = useState();
  const [until, setUntil] = useState('');
  const { run, isRunning } = useAction('service-account', 'addSecret');
  const add = async () => {
    const made = await run({ id: account.id, expiresAt: until === '' ? null : until });
    if (made === undefined) return;
    setSecret(made.clientSecret);
    setUntil('');
    reload();
  };
  const copy = async () => {
    await navigator.clipboard.writeText(secret);
    notify({ message: label('copied'), type: 'success' });
  };
  return (
    <Section title={label('secrets')}>
      <p className="p-soft">
        <a href={documentPath('concepts/services-and-api-keys')}>{label('howTo')}</a>
      </p>
      {secret && (
        <div className="p-card p-stack" role="status">
          <strong>{label('shownOnce')}</strong>
          <code data-testid="client-secret">{secret}</code>
          <div className="p-row">
            {/* Browsers have it on safe addresses alone. */}
            {navigator.clipboard && <Button onClick={copy}>{label('copy')}</Button>}
            <Button onClick={() => setSecret(undefined)}>{label('kept')}</Button>
          </div>
        </div>
      )}
      {account.secrets.length === 0 ? (
        <Empty text={label('noSecrets')} />
      ) : (
        <SecretTable account={account} mayUpdate={mayUpdate} reload={reload} />
      )}
      {mayUpdate && (
        <div className="p-form-row">
          <TextField label={label('validUntil')} type="date" value={until} onChange={setUntil} />
          <Button kind="primary" disabled={isRunning} onClick={add}>
            {label('add')}
          </Button>
        </div>
      )}
    </Section>
  );
}

function SecretTable({ account, mayUpdate, reload }) {
  const { say } = useWords();
  const label = (name) => say(`pages.service-account.${name}`);
  const { run, isRunning } = useAction('service-account', 'removeSecret', 'pages.service-account.removed');
  const remove = async (secretId) => {
    if ((await run({ id: account.id, secretId })) !== undefined) reload();
  };
  return (
    <div className="p-scroll" role="region" aria-label={label('secrets')} tabIndex={0}>
      <table className="p-table p-stacked">
        <caption className="p-hidden">{label('secrets')}</caption>
        <thead>
          <tr>
            <th scope="col">{label('made')}</th>
            <th scope="col">{label('until')}</th>
            <th scope="col">{label('lastUsed')}</th>
            {mayUpdate && (
              <th scope="col">
                <span className="p-hidden">{say('kit.actionsHeading')}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {account.secrets.map(({ id, createdAt, expiresAt, lastUsedAt }) => (
            <tr key={id}>
              <td data-label={label('made')}>
                <Moment at={createdAt} />
              </td>
              <td data-label={label('until')}>{expiresAt ? <Moment at={expiresAt} /> : label('forGood')}</td>
              <td data-label={label('lastUsed')}>
                {lastUsedAt ? <Moment at={lastUsedAt} /> : label('never')}
              </td>
              {mayUpdate && (
                <td>
                  <ConfirmButton
                    kind="danger"
                    disabled={isRunning}
                    question={label('removeQuestion')}
                    onConfirm={() => remove(id)}
                  >
                    {label('remove')}
                  </ConfirmButton>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
