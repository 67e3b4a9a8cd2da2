import { useQueryParams, useRecords, useTranslation } from 'adminjs';
import React, { useEffect } from 'react';
import { Button } from '../kit/button.jsx';
import { Loading } from '../kit/states.jsx';
import { useWords } from '../kit/words.js';
import { NoRecords } from './no-records.jsx';
import { RecordsTable } from './records-table.jsx';

/** From so many on a list is known to go on, not how far. */
const COUNTED = 200;

/** A list of records, page by page. */
export function PanelList({ resource, setTag }) {
  const { records, loading, direction, sortBy, page, total, perPage, fetchData } = useRecords(resource.id);
  const { language } = useWords();
  const { translateMessage } = useTranslation();
  const hint = translateMessage('hint', resource.id, { defaultValue: '' });
  useEffect(() => setTag?.(total ? new Intl.NumberFormat(language).format(total) : ''), [total, language]);
  if (records.length === 0 && loading) return <Loading />;
  return (
    <>
      {hint && <p className="p-list-hint">{hint}</p>}
      {records.length === 0 ? (
        <NoRecords resource={resource} />
      ) : (
        <RecordsTable
          resource={resource}
          records={records}
          direction={direction}
          sortBy={sortBy}
          onChange={() => fetchData()}
        />
      )}
      <Pages page={page} perPage={perPage} shown={records.length} total={total} />
    </>
  );
}

function Pages({ page, perPage, shown, total }) {
  const { say, language } = useWords();
  const { storeParams } = useQueryParams();
  if (total <= perPage) return null;
  const first = (page - 1) * perPage + 1;
  const number = (value) => new Intl.NumberFormat(language).format(value);
  const values = { first: number(first), last: number(first + shown - 1), total: number(total) };
  const turnTo = (wanted) => storeParams({ page: String(wanted) });
  return (
    <nav className="p-pages" aria-label={say('kit.pages')}>
      <Button
        icon="ChevronLeft"
        label={say('kit.previous')}
        disabled={page <= 1}
        onClick={() => turnTo(page - 1)}
      />
      <span>{say(total < COUNTED ? 'kit.range' : 'kit.rangeAtLeast', values)}</span>
      <Button
        icon="ChevronRight"
        label={say('kit.next')}
        disabled={first + shown > total}
        onClick={() => turnTo(page + 1)}
      />
    </nav>
  );
}
