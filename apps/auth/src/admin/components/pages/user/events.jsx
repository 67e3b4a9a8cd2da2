import React from 'react';
import { Link } from 'react-router-dom';
import { Moment } from '../../kit/moment.jsx';
import { panelPath } from '../../kit/paths.js';
import { StatusMark } from '../../kit/status-mark.jsx';
import { Empty } from '../../kit/states.jsx';
import { useWords } from '../../kit/words.js';
import { Part } from './part.jsx';

/** What the audit log tells about them, the newest first. */
export function Events({ id, events }) {
  const { say } = useWords();
  const list = (filter) => panelPath('/pages/audit', { [filter]: id });
  return (
    <Part isWide title={say('pages.user.events.title')}>
      {events.length === 0 && <Empty text={say('pages.user.events.none')} />}
      <ul>
        {events.map((event) => (
          <li key={event.id} className="p-line">
            <span>
              <Link to={panelPath('/pages/audit', { id: event.id })}>
                {say([`auditActions.${event.action}`, event.action])}
              </Link>{' '}
              <StatusMark field="outcome" value={event.outcome} />
            </span>
            <span className="p-soft">
              <By {...event} id={id} />
              <Through {...event} /> · <Moment at={event.occurredAt} />
            </span>
          </li>
        ))}
      </ul>
      <p className="p-row">
        <Link to={list('subjectId')}>{say('pages.user.events.about')}</Link>
        <Link to={list('actorId')}>{say('pages.user.events.by')}</Link>
      </p>
    </Part>
  );
}

function By({ actorId, actor, id }) {
  const { say } = useWords();
  if (actorId === null) return say('pages.user.events.service');
  if (actorId === id) return say('pages.user.events.themselves');
  return <Person id={actorId} name={say('pages.user.events.somebody', { email: actor ?? actorId })} />;
}

/** Who acted in the name of the one before. */
function Through({ impersonatorId, impersonator }) {
  const { say } = useWords();
  if (impersonatorId === null) return null;
  const name = say('pages.user.events.through', { email: impersonator ?? impersonatorId });
  return (
    <>
      , <Person id={impersonatorId} name={name} />
    </>
  );
}

const Person = ({ id, name }) => <Link to={panelPath('/pages/user', { id })}>{name}</Link>;
