import React, { useState } from 'react';
import { Link } from 'react-router-dom';
import { ConfirmButton } from '../../kit/confirm-button.jsx';
import { Moment } from '../../kit/moment.jsx';
import { panelPath } from '../../kit/paths.js';
import { Empty, Loading, ProblemBox } from '../../kit/states.jsx';
import { useAction } from '../../kit/use-action.js';
import { useReading } from '../../kit/use-reading.js';
import { useWords } from '../../kit/words.js';
import { AccountAction } from './account-actions.jsx';
import { Part } from './part.jsx';

/** Where they are and were logged in, the newest first, each with its story. */
export function Sessions({ id, user, sessions, may, onChange }) {
  const { say } = useWords();
  const endAll = may('endSessions') && sessions.some(({ active }) => active) && (
    <AccountAction
      action="endSessions"
      id={id}
      email={user.email}
      icon="LogOut"
      kind="danger"
      onDone={onChange}
    />
  );
  return (
    <Part isWide title={say('pages.user.sessions.title')} actions={endAll}>
      {sessions.length === 0 && <Empty text={say('pages.user.sessions.none')} />}
      <ul>
        {sessions.map((session) => (
          <Session key={session.id} session={session} userId={id} may={may} onChange={onChange} />
        ))}
      </ul>
      <Link to={panelPath('/resources/sessions', { 'filters.userId': id })}>
        {say('pages.user.sessions.all')}
      </Link>
    </Part>
  );
}

function Session({ session, userId, may, onChange }) {
  const { say } = useWords();
  const [isOpen, setOpen] = useState(false);
  const { run } = useAction('user', 'endSession', 'pages.user.sessions.ended');
  const end = async () => {
    if ((await run({ sessionId: session.id })) !== undefined) onChange();
  };
  const { id, device, ipAddress, kind, active, endReason, lastUsedAt, impersonatorEmail } = session;
  return (
    <li className="p-line">
      <details className="p-story" onToggle={({ target }) => setOpen(target.open)}>
        <summary>
          <strong>{device}</strong>{' '}
          <span className={`p-mark p-mark-${active ? 'good' : 'plain'}`}>
            {active ? say('pages.user.sessions.live') : say(`values.endReason.${endReason}`)}
          </span>
          {impersonatorEmail && ' '}
          {impersonatorEmail && (
            <span className="p-mark p-mark-warn">
              {say('pages.user.sessions.through', { email: impersonatorEmail })}
            </span>
          )}
          <span className="p-soft p-story-facts">
            {say(`values.kind.${kind}`)} · {ipAddress} · <Moment at={lastUsedAt} />
          </span>
        </summary>
        {isOpen && <Story id={userId} sessionId={id} />}
      </details>
      {active && may('endSession') && (
        <ConfirmButton
          kind="quiet"
          icon="LogOut"
          label={say('pages.user.sessions.end', { device })}
          question={say('pages.user.sessions.endQuestion', { device })}
          onConfirm={end}
        />
      )}
    </li>
  );
}

function Story(props) {
  const { data, problem, reload } = useReading('user', 'story', props);
  if (problem) return <ProblemBox problem={problem} onRetry={reload} />;
  if (data === undefined) return <Loading />;
  return (
    <ol className="p-story-lines">
      {data.items.map(({ at, text }, index) => (
        <li key={index}>
          <Moment at={at} /> – {text}
        </li>
      ))}
    </ol>
  );
}
