import React from 'react';
import { Link, useSearchParams } from 'react-router-dom';
import { UnsearchedKinds } from '../kit/hidden.jsx';
import { Page } from '../kit/page.jsx';
import { panelPath } from '../kit/paths.js';
import { Empty } from '../kit/states.jsx';
import { useReading } from '../kit/use-reading.js';
import { useWords } from '../kit/words.js';

/** What the search box found, on a page that can be linked to. */
export function Search() {
  const { say } = useWords();
  const [params] = useSearchParams();
  const text = params.get('text')?.trim() ?? '';
  return (
    <Page name="search">
      {text === '' ? <Empty text={say('pages.search.hint')} /> : <Results key={text} text={text} />}
    </Page>
  );
}

function Results({ text }) {
  const { say } = useWords();
  const { data, problem } = useReading('search', 'read', { text });
  if (problem) return <Empty text={problem.message} />;
  if (data === undefined) return null;
  return (
    <div className="p-stack">
      {data.found.length === 0 && (
        <Empty text={say('pages.search.nothing', { text })}>
          <p>{say('pages.search.hint')}</p>
        </Empty>
      )}
      {data.found.map(({ kind, items }) => (
        <section key={kind} className="p-card">
          <h2>{say(`resources.${kind}.actions.list`)}</h2>
          <ul className="p-lines">
            {items.map(({ id, label, hint, href }) => (
              <li key={id}>
                <Link to={panelPath(href)}>{label}</Link>
                <span className="p-soft">{hint}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <UnsearchedKinds kinds={data.closed} />
    </div>
  );
}
