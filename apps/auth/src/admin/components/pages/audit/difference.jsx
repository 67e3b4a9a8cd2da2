import React from 'react';
import { useWords } from '../../kit/words.js';
import { compare, itemsOf } from './compare.js';

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

/** Before and after side by side; what has changed is marked. */
export function Difference({ before, after, names }) {
  const { say } = useWords();
  const fields = compare(before, after);
  const title = say('pages.audit.difference');
  const sides = [
    ['before', before],
    ['after', after],
  ].filter(([, state]) => state !== null);
  return (
    <div className="p-scroll" role="region" aria-label={title} tabIndex={0}>
      <table className="p-table p-stacked p-compare" data-testid="audit-difference">
        <caption className="p-hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{say('pages.audit.field')}</th>
            {sides.map(([side]) => (
              <th key={side} scope="col">
                {say(`pages.audit.${side}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <tr key={field.name} className={field.isChanged ? 'p-compare-changed' : undefined}>
              <th scope="row">
                {field.name ? <code>{field.name}</code> : say('pages.audit.whole')}
                {field.isChanged && <span className="p-hidden"> {say('pages.audit.changed')}</span>}
              </th>
              {sides.map(([side]) => (
                <td key={side} className={`p-compare-${side}`} data-label={say(`pages.audit.${side}`)}>
                  <Value
                    value={field[side]}
                    other={field.isChanged ? field[side === 'before' ? 'after' : 'before'] : undefined}
                    names={names}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Value({ value, other, names }) {
  const { say } = useWords();
  if (value === undefined || value === null || value === '')
    return <span className="p-soft">{say('kit.none')}</span>;
  if (typeof value === 'boolean') return say(value ? 'kit.yes' : 'kit.no');
  if (Array.isArray(value)) return <List value={value} other={other} names={names} />;
  if (typeof value === 'object') return <code className="p-break">{JSON.stringify(value)}</code>;
  return <Text value={value} names={names} />;
}

function Text({ value, names }) {
  const { language } = useWords();
  if (names[value] !== undefined) return <span title={value}>{names[value]}</span>;
  if (!MOMENT.test(value)) return String(value);
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium' });
  return (
    <time dateTime={value} title={value}>
      {format.format(new Date(value))}
    </time>
  );
}

function List({ value, other, names }) {
  const { say } = useWords();
  if (value.length === 0) return <span className="p-soft">{say('kit.none')}</span>;
  return (
    <ul className="p-names">
      {itemsOf(value, other).map(({ item, isOwn }, index) => (
        <li key={index} className={isOwn ? 'p-compare-own' : undefined}>
          <Value value={item} names={names} />
        </li>
      ))}
    </ul>
  );
}
