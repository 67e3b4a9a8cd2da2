import React from 'react';
import { Link, useSearchParams } from 'react-router-dom';
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
      {data.found.length === 0 && <Empty text={say('pages.search.nothing', { text })} />}
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
      <Unsearched kinds={data.closed} />
    </div>
  );
}

/** What was not looked through, rather than that there is nothing. */
function Unsearched({ kinds }) {
  const { say } = useWords();
  if (kinds.length === 0) return null;
  const names = kinds.map((kind) => say(`resources.${kind}.actions.list`)).join(', ');
  return <p className="p-soft">{say('pages.search.unsearched', { names })}</p>;
}
