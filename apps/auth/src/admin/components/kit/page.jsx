import React, { useEffect } from 'react';
import { Link } from 'react-router-dom';
import { listOf, panelPath } from './paths.js';
import { Loading, ProblemBox } from './states.jsx';
import { useWords } from './words.js';

/**
 * The frame of a page: its heading, which is the title of the window too, what may be done, and its content once it
 * was read. `children` is given what was read; a page that reads nothing leaves `reading` out.
 */
export function Page({ name, title, reading, actions, testId, children }) {
  const { say } = useWords();
  const heading = title ?? say(`pages.${name}.title`);
  useEffect(() => {
    document.title = `${heading} · ${window.REDUX_STATE.branding.companyName}`;
  }, [heading]);
  return (
    <div className="p-page" data-testid={testId ?? `page-${name}`}>
      <Trail list={listOf(name)} />
      <div className="p-page-head">
        <h1>{heading}</h1>
        {actions && <div className="p-row">{actions}</div>}
      </div>
      <Content reading={reading}>{children}</Content>
    </div>
  );
}

/** The way back to the list that the page belongs to. */
function Trail({ list }) {
  const { say } = useWords();
  if (list === undefined) return null;
  return (
    <nav className="p-trail" aria-label={say('kit.trail')}>
      <Link to={panelPath('')}>{say('pages.home.title')}</Link>
      <Link to={panelPath(`/resources/${list}`)}>{say(`resources.${list}.actions.list`)}</Link>
    </nav>
  );
}

function Content({ reading, children }) {
  if (reading === undefined) return children;
  if (reading.problem) return <ProblemBox problem={reading.problem} onRetry={reading.reload} />;
  return reading.data === undefined ? <Loading /> : children(reading.data);
}
