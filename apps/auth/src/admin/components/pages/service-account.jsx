import React from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router-dom';
import { Section } from '../access/section.jsx';
import { ConfirmButton } from '../kit/confirm-button.jsx';
import { Page } from '../kit/page.jsx';
import { panelPath } from '../kit/paths.js';
import { Empty } from '../kit/states.jsx';
import { StatusMark } from '../kit/status-mark.jsx';
import { useAction } from '../kit/use-action.js';
import { useReading } from '../kit/use-reading.js';
import { useWords } from '../kit/words.js';
import { Secrets } from './service-account/secrets.jsx';

/** A service account: what it may do, and its secrets. */
export function ServiceAccount() {
  const { say } = useWords();
  const [params] = useSearchParams();
  const reading = useReading('service-account', 'read', { id: params.get('id') });
  const { account } = reading.data ?? {};
  return (
    <Page
      name="service-account"
      title={account?.name}
      reading={reading}
      actions={account && <Actions {...reading.data} reload={reading.reload} />}
    >
      {({ may }) => (
        <div className="p-stack">
          <p>
            <StatusMark field="status" value={account.status} /> {account.description}
          </p>
          <Section title={say('pages.service-account.clientId')}>
            <code data-testid="client-id">{account.id}</code>
          </Section>
          <Secrets account={account} mayUpdate={may.update} reload={reading.reload} />
          <Section title={say('pages.service-account.permissions')}>
            {account.permissions.length === 0 && <Empty text={say('pages.service-account.noPermissions')} />}
            <div className="p-row">
              {account.permissions.map((name) => (
                <code key={name} className="p-chip">
                  {name}
                </code>
              ))}
            </div>
          </Section>
        </div>
      )}
    </Page>
  );
}

function Actions({ account, may, reload }) {
  const { say } = useWords();
  const navigate = useNavigate();
  const toList = () => navigate(panelPath('/resources/service-accounts'));
  return (
    <>
      {may.update && (
        <>
          <Link className="p-button" to={panelPath(`/resources/service-accounts/records/${account.id}/edit`)}>
            {say('actions.edit')}
          </Link>
          {account.status === 'active' ? (
            <AccountAction action="disable" kind="danger" account={account} onDone={reload} />
          ) : (
            <AccountAction action="enable" account={account} onDone={reload} />
          )}
        </>
      )}
      {may.remove && (
        <AccountAction action="remove" kind="danger" icon="Trash2" account={account} onDone={toList} />
      )}
    </>
  );
}

function AccountAction({ action, account: { id, name, version }, onDone, ...rest }) {
  const { say } = useWords();
  const words = `pages.service-account.actions.${action}`;
  const { run, isRunning } = useAction('service-account', action, `${words}.done`);
  const act = async () => {
    if ((await run({ id, version })) !== undefined) onDone();
  };
  return (
    <ConfirmButton
      disabled={isRunning}
      question={say(`${words}.question`, { name })}
      onConfirm={act}
      {...rest}
    >
      {say(`${words}.label`)}
    </ConfirmButton>
  );
}
