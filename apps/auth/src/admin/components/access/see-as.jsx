import React from 'react';
import { Link } from 'react-router-dom';
import { Button } from '../kit/button.jsx';
import { panelPath } from '../kit/paths.js';
import { Loading, ProblemBox } from '../kit/states.jsx';
import { useWords } from '../kit/words.js';

/** What counts for a person wherever an item is; the tree tells the rest, group by group. */
export function SeeAs({ userId, reading, onStop }) {
  const { say } = useWords();
  const { data, problem, reload } = reading;
  return (
    <section className="p-stack p-see-as" aria-label={say('access.seeAs.label')} data-testid="see-as">
      <div className="p-part-head">
        <h2>
          {say('access.seeAs.title')}{' '}
          {data && <Link to={panelPath('/pages/user', { id: userId })}>{data.email || userId}</Link>}
        </h2>
        <Button icon="X" onClick={onStop}>
          {say('access.seeAs.stop')}
        </Button>
      </div>
      {problem && <ProblemBox problem={problem} onRetry={reload} />}
      {!problem && (data ? <Everywhere {...data} /> : <Loading />)}
    </section>
  );
}

function Everywhere({ isActive, viewsAllOf }) {
  const { say } = useWords();
  if (!isActive) return <p role="status">{say('access.seeAs.disabled')}</p>;
  return (
    <ul className="p-bullets">
      <li>{say('access.seeAs.own')}</li>
      {viewsAllOf.length > 0 && <li>{say('access.seeAs.viewsAll', { types: viewsAllOf.join(', ') })}</li>}
      <li>{say('access.seeAs.others')}</li>
    </ul>
  );
}

/** Beside a group: by which relation, and which of its items they see. */
export function SeenMark({ seen }) {
  const { say } = useWords();
  if (seen === undefined) return null;
  const { relation, level } = seen;
  return (
    <span className="p-seen">
      <span className={`p-mark p-seen-${level}`} data-testid="seen">
        {say(`access.seeAs.relations.${relation}`)} · {say(`access.seeAs.levels.${level}`)}
      </span>
    </span>
  );
}
