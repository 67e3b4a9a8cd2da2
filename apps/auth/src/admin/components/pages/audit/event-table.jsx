import React, { useId, useState } from 'react';
import { Button } from '../../kit/button.jsx';
import { Moment } from '../../kit/moment.jsx';
import { StatusMark } from '../../kit/status-mark.jsx';
import { useWords } from '../../kit/words.js';
import { EventDetails } from './event-details.jsx';
import { Actor, Subject } from './reference.jsx';

/** Events, each of which opens. */
export function EventTable({ events, names, propose, isOpen = false }) {
  const { say } = useWords();
  const title = say('pages.audit.title');
  return (
    <div className="p-scroll" role="region" aria-label={title} tabIndex={0}>
      <table className="p-table p-stacked p-audit" data-testid="audit-events">
        <caption className="p-hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{say('pages.audit.when')}</th>
            <th scope="col">{say('pages.audit.action')}</th>
            <th scope="col">{say('pages.audit.actor')}</th>
            <th scope="col">{say('pages.audit.subject')}</th>
            <th scope="col">
              <span className="p-hidden">{say('pages.audit.details')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {events.map((event) => (
            <EventRow key={event.id} event={event} names={names} propose={propose} isOpen={isOpen} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function EventRow({ event, names, propose, isOpen: isOpenFirst }) {
  const { say } = useWords();
  const [isOpen, setOpen] = useState(isOpenFirst);
  const id = useId();
  const action = say([`auditActions.${event.action}`, event.action]);
  return (
    <>
      <tr>
        <td>
          <Moment at={event.occurredAt} />
        </td>
        <td>
          <span className="p-audit-action">{action}</span>{' '}
          {event.outcome !== 'success' && <StatusMark field="outcome" value={event.outcome} />}
        </td>
        <td data-label={say('pages.audit.actor')}>
          <Actor {...event} names={names} />
        </td>
        <td data-label={say('pages.audit.subject')}>
          <Subject type={event.subjectType} id={event.subjectId} names={names} />
        </td>
        <td className="p-table-actions">
          <Button
            kind="quiet"
            icon={isOpen ? 'ChevronUp' : 'ChevronDown'}
            label={say('pages.audit.detailsOf', { action })}
            aria-expanded={isOpen}
            aria-controls={id}
            onClick={() => setOpen(!isOpen)}
          />
        </td>
      </tr>
      {isOpen && (
        <tr id={id} className="p-audit-details">
          <td colSpan={5}>
            <EventDetails event={event} names={names} action={action} propose={propose} />
          </td>
        </tr>
      )}
    </>
  );
}
