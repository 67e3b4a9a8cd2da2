import React from 'react';
import { Button } from '../../kit/button.jsx';
import { ConfirmButton } from '../../kit/confirm-button.jsx';
import { Moment } from '../../kit/moment.jsx';
import { StatusMark } from '../../kit/status-mark.jsx';
import { useAction } from '../../kit/use-action.js';
import { useWords } from '../../kit/words.js';
import { span } from './span.js';

/** A line for work that is done again and again. */
export function Job({ job, may, onChange }) {
  const { say, language } = useWords();
  const column = (name) => say(`pages.jobs.columns.${name}`);
  const label = say([`pages.jobs.names.${job.name}.label`, job.name]);
  return (
    <tr>
      <th scope="row">
        <strong>{label}</strong>
        <small>{say([`pages.jobs.names.${job.name}.hint`, ''])}</small>
      </th>
      <td data-label={column('status')}>
        <StatusMark field="status" value={job.status} />
        {job.outcome === 'failed' && <Failure job={job} />}
      </td>
      <td data-label={column('last')}>
        {job.finishedAt ? <Moment at={job.finishedAt} /> : say('pages.jobs.never')}
        <small>
          {job.outcome === 'stopped' && `${say('pages.jobs.stopped')} · `}
          {job.lastMs != null && say('pages.jobs.took', { span: span(job.lastMs, language) })}
        </small>
      </td>
      <td data-label={column('next')}>
        <Moment at={job.nextRunAt} />
        <small>{say('pages.jobs.every', { span: span(job.everySeconds * 1000, language) })}</small>
      </td>
      <td className="p-jobs-instance" data-label={column('instance')}>
        {job.instance}
      </td>
      <td className="p-table-actions">
        <Buttons job={job} label={label} may={may} onChange={onChange} />
      </td>
    </tr>
  );
}

/** Why the last run failed, in plain words and in those of the error. */
function Failure({ job }) {
  const { say } = useWords();
  return (
    <details>
      <summary>{say(`values.errorCode.${job.errorCode}`)}</summary>
      <small>{say('pages.jobs.attempts', { count: job.attempts })}</small>
      <code>{job.error}</code>
    </details>
  );
}

function Buttons({ job, label, may, onChange }) {
  const { say } = useWords();
  const run = useAction('jobs', 'run', 'pages.jobs.requested');
  const cancel = useAction('jobs', 'cancel', 'pages.jobs.cancelled');
  const perform = (action) => async () => {
    await action.run({ name: job.name });
    onChange();
  };
  const isMoving = job.status === 'running' || job.status === 'stopping';
  const runLabel = say(job.status === 'failed' ? 'pages.jobs.retry' : 'pages.jobs.run');
  const canCancel = job.status === 'running' ? job.canStop : job.isRequested;
  return (
    <>
      {may.run && !isMoving && !job.isRequested && (
        <Button
          icon="Play"
          aria-label={`${runLabel}: ${label}`}
          disabled={run.isRunning}
          onClick={perform(run)}
        >
          {runLabel}
        </Button>
      )}
      {may.cancel && canCancel && (
        <ConfirmButton
          kind="danger"
          icon="Square"
          question={say('pages.jobs.cancelQuestion', { name: label })}
          aria-label={`${say('pages.jobs.cancel')}: ${label}`}
          disabled={cancel.isRunning}
          onConfirm={perform(cancel)}
        >
          {say('pages.jobs.cancel')}
        </ConfirmButton>
      )}
    </>
  );
}
