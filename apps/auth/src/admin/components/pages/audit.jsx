import React, { useEffect, useState } from 'react';
import { Link, useSearchParams } from 'react-router-dom';
import { useChanges } from '../access/use-changes.jsx';
import { Button } from '../kit/button.jsx';
import { Page } from '../kit/page.jsx';
import { panelPath } from '../kit/paths.js';
import { readPage } from '../kit/request.js';
import { Empty, Loading, ProblemBox } from '../kit/states.jsx';
import { useReading } from '../kit/use-reading.js';
import { useWords } from '../kit/words.js';
import { EventTable } from './audit/event-table.jsx';
import { ExportMenu } from './audit/export-menu.jsx';
import { Filters } from './audit/filters.jsx';
import { filterNames, filtersIn } from './audit/filters.js';
import { Verification } from './audit/verification.jsx';

/** What happened, by filters that stand in the address; or the one event that the address names. */
export function Audit() {
  const [params, setParams] = useSearchParams();
  const options = useReading('audit', 'options');
  const id = params.get('id');
  const filters = filtersIn(params);
  const [round, setRound] = useState(0);
  const { dialog, propose } = useChanges('audit', () => setRound((count) => count + 1));
  return (
    <Page
      name="audit"
      reading={options}
      actions={options.data?.mayExport && id === null && <ExportMenu filters={filters} />}
    >
      {(offered) => (
        <div className="p-stack">
          {id !== null && <One key={round} id={id} propose={propose} />}
          {id === null && offered.mayVerify && <Verification />}
          {id === null && (
            <Filtered
              key={round}
              filters={filters}
              options={offered}
              onFilter={setParams}
              propose={propose}
            />
          )}
          {dialog}
        </div>
      )}
    </Page>
  );
}

function One({ id, propose }) {
  const { say } = useWords();
  const { data, problem, reload } = useReading('audit', 'event', { id });
  return (
    <>
      <p>
        <Link to={panelPath('/pages/audit')}>{say('pages.audit.all')}</Link>
      </p>
      {problem && <ProblemBox problem={problem} onRetry={reload} />}
      {data && <EventTable events={data.items} names={data.names} propose={propose} isOpen />}
    </>
  );
}

function Filtered({ filters, options, onFilter, propose }) {
  const { data, problem, reload } = useReading('audit', 'list', filters);
  return (
    <>
      <Filters filters={filters} options={options} names={data?.names ?? {}} onFilter={onFilter} />
      {problem && <ProblemBox problem={problem} onRetry={reload} />}
      {!problem && data === undefined && <Loading />}
      {data && <Found filters={filters} first={data} propose={propose} />}
    </>
  );
}

function Found({ filters, first, propose }) {
  const { say } = useWords();
  const [{ items, names, nextCursor }, setList] = useState(first);
  useEffect(() => setList(first), [first]);
  const more = async () => {
    const next = await readPage('audit', 'list', { ...filters, cursor: nextCursor });
    setList({ ...next, items: [...items, ...next.items], names: { ...names, ...next.names } });
  };
  if (items.length === 0) {
    const isFiltered = filterNames.some((name) => filters[name] !== '');
    return <Empty text={say(isFiltered ? 'pages.audit.noneFits' : 'pages.audit.none')} />;
  }
  return (
    <>
      <EventTable events={items} names={names} propose={propose} />
      {nextCursor !== null && (
        <div className="p-pages">
          <Button onClick={more}>{say('kit.more')}</Button>
        </div>
      )}
    </>
  );
}
