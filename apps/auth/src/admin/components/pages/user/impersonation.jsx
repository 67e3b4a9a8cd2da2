import React, { useState } from 'react';
import { Dialog } from '../../access/dialog.jsx';
import { Field } from '../../access/field.jsx';
import { Button } from '../../kit/button.jsx';
import { beginImpersonation, confirmPath } from '../../kit/request.js';
import { Loading, ProblemBox } from '../../kit/states.jsx';
import { useReading } from '../../kit/use-reading.js';
import { useWords } from '../../kit/words.js';

const SHORTEST = 3;
const LONGEST = 500;

/** To act in the person's name, after a look at what that means. */
export function Impersonation({ user, isOffered }) {
  const { say } = useWords();
  const [isOpen, setOpen] = useState(false);
  if (!isOffered) return null;
  return (
    <>
      <Button icon="LogIn" onClick={() => setOpen(true)}>
        {say('pages.user.impersonation.label')}
      </Button>
      {isOpen && <ImpersonationDialog user={user} onClose={() => setOpen(false)} />}
    </>
  );
}

function ImpersonationDialog({ user, onClose }) {
  const { say } = useWords();
  const [reason, setReason] = useState('');
  const { data: outlook, problem } = useReading('user', 'impersonation', { id: user.id });
  const begin = useBeginning(user.id, reason);
  return (
    <Dialog
      title={say('pages.user.impersonation.title', { email: user.email })}
      onClose={onClose}
      actions={<NextStep outlook={outlook} reason={reason} begin={begin} />}
    >
      <div className="p-stack">
        {outlook ? <Outlook {...outlook} /> : !problem && <Loading />}
        {isReady(outlook) && <Reason value={reason} onChange={setReason} />}
        <Refusal problem={problem ?? begin.problem} />
      </div>
    </Dialog>
  );
}

const isReady = (outlook) => outlook !== undefined && !outlook.refusal && !outlook.mustConfirm;
const Refusal = ({ problem }) => (problem ? <ProblemBox problem={problem} /> : null);

/** To begin, or to show first who one is; nothing where it cannot be. */
function NextStep({ outlook, reason, begin }) {
  const { say } = useWords();
  if (isReady(outlook)) {
    const isLong = reason.trim().length >= SHORTEST;
    return (
      <Button kind="primary" disabled={!isLong || begin.isRunning} onClick={begin.run}>
        {say('pages.user.impersonation.begin')}
      </Button>
    );
  }
  if (outlook === undefined || outlook.refusal) return null;
  return (
    <a className="p-button p-button-primary" href={confirmPath()}>
      {say('pages.user.impersonation.confirm')}
    </a>
  );
}

/** Leads on to where the session in the other's name begins. */
function useBeginning(userId, reason) {
  const [state, setState] = useState({ isRunning: false });
  const run = async () => {
    setState({ isRunning: true });
    try {
      const { location } = await beginImpersonation({ userId, reason });
      window.location.assign(location);
    } catch (problem) {
      setState({ isRunning: false, problem });
    }
  };
  return { ...state, run };
}

/** What it means, or why it cannot be. */
function Outlook({ refusal, minutes, opensPanel, mustConfirm }) {
  const { say } = useWords();
  const words = 'pages.user.impersonation';
  if (refusal) return <p role="alert">{say(`${words}.refused`, { refusal })}</p>;
  return (
    <>
      <ul className="p-bullets">
        <li>{say(`${words}.within`)}</li>
        <li>{say(`${words}.lasts`, { count: minutes })}</li>
        <li>{say(`${words}.recorded`)}</li>
        <li>{say(`${words}.closed`)}</li>
        <li>{say(opensPanel ? `${words}.inPanel` : `${words}.inAccount`)}</li>
      </ul>
      {mustConfirm && <p role="status">{say(`${words}.mustConfirm`)}</p>}
    </>
  );
}

function Reason({ value, onChange }) {
  const { say } = useWords();
  return (
    <Field label={say('kit.reason')}>
      {(id) => (
        <>
          <textarea
            id={id}
            rows={3}
            maxLength={LONGEST}
            required
            aria-describedby={`${id}-hint`}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
          <small id={`${id}-hint`} className="p-soft">
            {say('pages.user.impersonation.reasonHint')}
          </small>
        </>
      )}
    </Field>
  );
}
