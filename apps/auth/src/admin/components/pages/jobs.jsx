import React, { useEffect } from 'react';
import { Link } from 'react-router-dom';
import { Page } from '../kit/page.jsx';
import { panelPath } from '../kit/paths.js';
import { Empty } from '../kit/states.jsx';
import { useReading } from '../kit/use-reading.js';
import { useWords } from '../kit/words.js';
import { Job } from './jobs/job.jsx';

const MOVING = ['running', 'stopping', 'queued'];
const LOOK_AGAIN_MS = 1500;
const COLUMNS = ['name', 'status', 'last', 'next', 'instance'];

/** Work in the background: what runs, what failed and why, and when each is due. */
export function Jobs() {
  const { say } = useWords();
  const reading = useReading('jobs', 'read');
  const isMoving = reading.data?.jobs.some(({ status }) => MOVING.includes(status)) ?? false;
  useLookingAgain(isMoving, reading.reload);
  return (
    <Page name="jobs" reading={reading}>
      {({ jobs, troubledMails, may }) => (
        <div className="p-stack">
          <p className="p-soft">{say('pages.jobs.hint')}</p>
          {troubledMails > 0 && (
            <p>
              <Link to={panelPath('/pages/attention', { kind: 'mails' })}>
                {say('pages.jobs.mails', { count: troubledMails })}
              </Link>
            </p>
          )}
          {jobs.length === 0 ? (
            <Empty text={say('pages.jobs.empty')} />
          ) : (
            <Table jobs={jobs} may={may} onChange={reading.reload} />
          )}
        </div>
      )}
    </Page>
  );
}

/** While something moves one wants to see it end. */
function useLookingAgain(isMoving, reload) {
  useEffect(() => {
    if (!isMoving) return undefined;
    const timer = window.setInterval(reload, LOOK_AGAIN_MS);
    return () => window.clearInterval(timer);
  }, [isMoving, reload]);
}

function Table({ jobs, may, onChange }) {
  const { say } = useWords();
  return (
    <div className="p-scroll" role="region" aria-label={say('pages.jobs.title')} tabIndex={0}>
      <table className="p-table p-stacked p-jobs">
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {say(`pages.jobs.columns.${column}`)}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {jobs.map((job) => (
            <Job key={job.name} job={job} may={may} onChange={onChange} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
