import React from 'react';
import { Link } from 'react-router-dom';
import { Button } from '../../kit/button.jsx';
import { panelPath } from '../../kit/paths.js';
import { ProblemBox } from '../../kit/states.jsx';
import { useWords } from '../../kit/words.js';
import { useVerification } from './use-verification.js';

/** Whether the log is as it was written: asked by a button, a part at a time. */
export function Verification() {
  const { say } = useWords();
  const { check, problem, isRunning, start, stop } = useVerification();
  return (
    <section className="p-card p-stack" aria-label={say('pages.audit.verification')}>
      <div className="p-section-head">
        <p className="p-soft">{say('pages.audit.verificationHint')}</p>
        {isRunning ? (
          <Button onClick={stop}>{say('kit.cancel')}</Button>
        ) : (
          <Button icon="Shield" onClick={start}>
            {say('pages.audit.verify')}
          </Button>
        )}
      </div>
      {isRunning && <Progress {...check} />}
      {problem && <ProblemBox problem={problem} onRetry={start} />}
      {!isRunning && check?.isComplete && <Result {...check} />}
    </section>
  );
}

function Progress({ verified = 0, sealed = 0 }) {
  const { say } = useWords();
  return (
    <label className="p-field">
      <span>{say('pages.audit.verifying', { verified, sealed })}</span>
      <progress value={verified} max={sealed || 1} />
    </label>
  );
}

function Result({ fault, verified, unsealed, hash }) {
  const { say } = useWords();
  if (fault) return <Fault {...fault} />;
  return (
    <div role="status" className="p-stack">
      <p>
        <span className="p-mark p-mark-good">{say('pages.audit.genuine')}</span>{' '}
        {say('pages.audit.sealed', { count: verified })} {say('pages.audit.awaiting', { count: unsealed })}
      </p>
      {verified > 0 && (
        <p className="p-soft p-break">
          {say('pages.audit.end')} <code>{`${verified}:${hash}`}</code>
        </p>
      )}
    </div>
  );
}

function Fault({ kind, position, eventId }) {
  const { say } = useWords();
  return (
    <div className="p-problem" role="alert">
      <p>
        <strong>{say('pages.audit.tampered')}</strong> {say(`pages.audit.faults.${kind}`, { position })}
      </p>
      {eventId && <Link to={panelPath('/pages/audit', { id: eventId })}>{say('pages.audit.seeEvent')}</Link>}
    </div>
  );
}
