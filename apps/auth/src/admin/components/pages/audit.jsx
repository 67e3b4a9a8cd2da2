import React, { useEffect, useState } from 'react';
import { Link, useSearchParams } from 'react-router-dom';
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
  return (
    <Page
      name="audit"
      reading={options}
      actions={options.data?.mayExport && id === null && <ExportMenu filters={filters} />}
    >
      {(offered) => (
        <div className="p-stack">
          {id !== null && <One id={id} />}
          {id === null && offered.mayVerify && <Verification />}
          {id === null && <Filtered filters={filters} options={offered} onFilter={setParams} />}
        </div>
      )}
    </Page>
  );
}

function One({ id }) {
  const { say } = useWords();
  const { data, problem, reload } = useReading('audit', 'event', { id });
  return (
    <>
      <p>
        <Link to={panelPath('/pages/audit')}>{say('pages.audit.all')}</Link>
      </p>
      {problem && <ProblemBox problem={problem} onRetry={reload} />}
      {data && <EventTable events={data.items} names={data.names} isOpen />}
    </>
  );
}

function Filtered({ filters, options, onFilter }) {
  const { data, problem, reload } = useReading('audit', 'list', filters);
  return (
    <>
      <Filters filters={filters} options={options} names={data?.names ?? {}} onFilter={onFilter} />
      {problem && <ProblemBox problem={problem} onRetry={reload} />}
      {!problem && data === undefined && <Loading />}
      {data && <Found filters={filters} first={data} />}
    </>
  );
}

function Found({ filters, first }) {
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
      <EventTable events={items} names={names} />
      {nextCursor !== null && (
        <div className="p-pages">
          <Button onClick={more}>{say('kit.more')}</Button>
        </div>
      )}
    </>
  );
}
