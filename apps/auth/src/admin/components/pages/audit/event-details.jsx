import React from 'react';
import { Link } from 'react-router-dom';
import { proposeUndo } from '../../access/propose-undo.js';
import { Button } from '../../kit/button.jsx';
import { panelPath } from '../../kit/paths.js';
import { useWords } from '../../kit/words.js';
import { Difference } from './difference.jsx';

/** All that is known of an event. */
export function EventDetails({ event, names, action, propose }) {
  const { say } = useWords();
  const { id, before, after, reason, requestId, ipAddress, subjectId, position } = event;
  const list = (filters) => panelPath('/pages/audit', filters);
  const facts = [
    ['reason', reason && say([`values.endReason.${reason}`, reason])],
    ['ipAddress', ipAddress],
    ['requestId', requestId && <Link to={list({ requestId })}>{requestId}</Link>],
    ['position', position === null ? say('pages.audit.unsealed') : position],
  ].filter(([, value]) => value != null && value !== '');
  return (
    <div className="p-stack">
      <dl className="p-facts">
        {facts.map(([name, value]) => (
          <React.Fragment key={name}>
            <dt>{say(`pages.audit.${name}`)}</dt>
            <dd>{value}</dd>
          </React.Fragment>
        ))}
      </dl>
      {(before !== null || after !== null) && <Difference before={before} after={after} names={names} />}
      <p className="p-row">
        <Link to={list({ id })}>{say('pages.audit.link')}</Link>
        {subjectId && <Link to={list({ subjectId })}>{say('pages.audit.ofSubject')}</Link>}
        {event.mayUndo && (
          <Button icon="RotateCcw" onClick={() => proposeUndo(propose, say, id, action)}>
            {say('access.history.undo')}
          </Button>
        )}
      </p>
    </div>
  );
}
