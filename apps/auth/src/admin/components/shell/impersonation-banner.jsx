import { useCurrentAdmin } from 'adminjs';
import React, { useState } from 'react';
import { Button } from '../kit/button.jsx';
import { useWords } from '../kit/words.js';
import { panel } from '../state.js';

/** Says on every page that somebody else acts in the person's name, and lets them end it. */
export function ImpersonationBanner() {
  const { say } = useWords();
  const [{ email }] = useCurrentAdmin();
  const [isEnding, setEnding] = useState(false);
  const { impersonator } = panel;
  if (!impersonator) return null;
  return (
    <aside className="p-acting" aria-label={say('shell.acting.label')} data-testid="acting">
      <p>
        <strong>{say('shell.acting.as', { email })}</strong>{' '}
        {say('shell.acting.recorded', { email: impersonator.email })}
      </p>
      <form
        method="post"
        action={`${window.REDUX_STATE.paths.rootPath}/impersonation/end`}
        onSubmit={() => setEnding(true)}
      >
        <Button type="submit" kind="danger" icon="LogOut" disabled={isEnding}>
          {say('shell.acting.end')}
        </Button>
      </form>
    </aside>
  );
}
