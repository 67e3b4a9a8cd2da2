import React from 'react';
import { useNavigate } from 'react-router-dom';
import { ConfirmButton } from '../../kit/confirm-button.jsx';
import { panelPath } from '../../kit/paths.js';
import { useAction } from '../../kit/use-action.js';
import { useWords } from '../../kit/words.js';
import { Impersonation } from './impersonation.jsx';

/** What may be done with the account as a whole. Nobody is offered to shut themselves out. */
export function AccountActions({ data: { user, isOneself, impersonates, offers }, reload }) {
  const navigate = useNavigate();
  const props = { id: user.id, email: user.email, onDone: reload };
  const isActive = user.status === 'active';
  const may = (action) => offers.includes(action);
  if (isOneself) return null;
  return (
    <>
      <Impersonation user={user} isOffered={impersonates && isActive} />
      {may('forceReset') && isActive && <AccountAction {...props} action="forceReset" icon="Key" />}
      {may('enable') && !isActive && <AccountAction {...props} action="enable" icon="UserCheck" />}
      {may('disable') && isActive && <AccountAction {...props} action="disable" icon="UserX" kind="danger" />}
      {may('close') && (
        <AccountAction
          {...props}
          action="close"
          icon="Trash2"
          kind="danger"
          onDone={() => navigate(panelPath('/resources/users'))}
        />
      )}
    </>
  );
}

/** One of them, behind a question; its words are `pages.user.actions.<action>`. */
export function AccountAction({ action, id, email, icon, kind, onDone }) {
  const { say } = useWords();
  const words = `pages.user.actions.${action}`;
  const { run, isRunning } = useAction('user', action, `${words}.done`);
  const act = async () => {
    if ((await run({ id })) !== undefined) onDone();
  };
  return (
    <ConfirmButton
      icon={icon}
      kind={kind}
      disabled={isRunning}
      question={say(`${words}.question`, { email })}
      onConfirm={act}
    >
      {say(`${words}.label`)}
    </ConfirmButton>
  );
}
