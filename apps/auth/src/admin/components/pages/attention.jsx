import React from 'react';
import { Link, useSearchParams } from 'react-router-dom';
import { Moment } from '../kit/moment.jsx';
import { Page } from '../kit/page.jsx';
import { panelPath } from '../kit/paths.js';
import { Empty } from '../kit/states.jsx';
import { useReading } from '../kit/use-reading.js';
import { useWords } from '../kit/words.js';

/** The list behind a number of the home page. */
export function Attention() {
  const { say } = useWords();
  const [params] = useSearchParams();
  const kind = params.get('kind') ?? 'expiring';
  const reading = useReading('attention', 'read', { kind });
  const title = say([`pages.attention.kinds.${kind}`, 'pages.attention.title']);
  return (
    <Page name="attention" title={title} reading={reading}>
      {({ rows }) =>
        rows.length === 0 ? (
          <Empty text={say('pages.attention.empty')}>
            <Link to={panelPath('')}>{say('pages.attention.back')}</Link>
          </Empty>
        ) : (
          <Rows title={title} rows={rows} />
        )
      }
    </Page>
  );
}

function Rows({ title, rows }) {
  const { say } = useWords();
  return (
    <div className="p-scroll" role="region" aria-label={title} tabIndex={0}>
      <table className="p-table p-stacked">
        <thead>
          <tr>
            {['subject', 'detail', 'at'].map((column) => (
              <th key={column} scope="col">
                {say(`pages.attention.columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} {...row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ subject, words, href, detail, at }) {
  const { say } = useWords();
  const name = words ? say([words, subject]) : subject;
  return (
    <tr>
      <td>{href ? <Link to={panelPath(href)}>{name}</Link> : name}</td>
      <td>{detail}</td>
      <td>
        <Moment at={at} />
      </td>
    </tr>
  );
}
