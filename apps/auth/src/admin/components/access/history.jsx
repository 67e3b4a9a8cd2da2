import React from 'react';
import { Link } from 'react-router-dom';
import { Button } from '../kit/button.jsx';
import { HiddenCount } from '../kit/hidden.jsx';
import { Moment } from '../kit/moment.jsx';
import { panelPath } from '../kit/paths.js';
import { Empty, Loading, ProblemBox } from '../kit/states.jsx';
import { StatusMark } from '../kit/status-mark.jsx';
import { useReading } from '../kit/use-reading.js';
import { useWords } from '../kit/words.js';
import { proposeUndo } from './propose-undo.js';
import { Section } from './section.jsx';
import { useMore } from './use-more.js';

/** What was changed of a role, a team or a group, and taking it back. */
export function History({ page, id, propose }) {
  const { say } = useWords();
  const { data, problem, reload } = useReading(page, 'history', { id });
  return (
    <Section title={say('access.history.title')}>
      {problem && <ProblemBox problem={problem} onRetry={reload} />}
      {!problem && data === undefined && <Loading />}
      {data && <Entries page={page} id={id} first={data} propose={propose} />}
    </Section>
  );
}

function Entries({ page, id, first, propose }) {
  const { say } = useWords();
  const { items, more } = useMore(page, 'history', { id }, first);
  if (items.length === 0) return <Empty text={say('access.history.none')} />;
  const isUndone = undoneAmong(items);
  const undo = ({ id: eventId }, title) => proposeUndo(propose, say, eventId, title);
  return (
    <>
      <ol className="p-history" data-testid="history">
        {items.map((entry) => (
          <Entry key={entry.id} entry={entry} isUndone={isUndone(entry)} onUndo={undo} />
        ))}
      </ol>
      {more && <Button onClick={more}>{say('kit.more')}</Button>}
    </>
  );
}

function Entry({ entry, isUndone, onUndo }) {
  const { say } = useWords();
  const { id, action, outcome, about, gained, lost, reason, undoes } = entry;
  const title = useTitle(action);
  return (
    <li data-testid={`history-${action}`}>
      <div className="p-history-head">
        <p>
          <Link to={entryPath(id)}>{title}</Link>
          {outcome !== 'success' && <StatusMark field="outcome" value={outcome} />}
          {isUndone && <span className="p-chip p-chip-warn">{say('access.history.undone')}</span>}
        </p>
        {entry.mayUndo && !isUndone && (
          <Button
            icon="RotateCcw"
            aria-label={`${say('access.history.undo')}: ${title}`}
            onClick={() => onUndo(entry, title)}
          >
            {say('access.history.undo')}
          </Button>
        )}
      </div>
      <p className="p-soft">
        <Moment at={entry.at} /> · <By entry={entry} />
      </p>
      <Traces {...about} tone="plain" />
      <Traces {...gained} tone="good" sign="+" words="access.history.after" />
      <Traces {...lost} tone="bad" sign="−" words="access.history.before" />
      {undoes && (
        <p>
          <Link to={entryPath(undoes)}>{say('access.history.undoes')}</Link>
        </p>
      )}
      {reason && <p className="p-quote">{reason}</p>}
      <WhyNot action={action} />
    </li>
  );
}

/** Entries of later pages can be among those that an earlier one took back. */
function undoneAmong(items) {
  const undone = new Set();
  for (const { id, undoes } of items) if (undoes && !undone.has(id)) undone.add(undoes);
  return ({ id, isUndone }) => isUndone || undone.has(id);
}

const entryPath = (id) => panelPath('/pages/audit', { id });

/** What happened, in words; what has none is called as the log calls it. */
function useTitle(action) {
  const { say } = useWords();
  const key = `access.history.actions.${action.replace('.', '_')}`;
  const text = say(key);
  return text === key ? action : text;
}

function By({ entry: { actor, isByService, isImpersonated, impersonator } }) {
  const { say } = useWords();
  if (isByService) return say('access.history.service');
  const name = actor ?? say('access.history.somebody');
  if (!isImpersonated) return name;
  return `${name}, ${say('access.history.through', { email: impersonator ?? say('access.history.somebody') })}`;
}

/** What a change brought or took, one beside the other. */
function Traces({ first, more, hidden, tone, sign, words }) {
  const { say } = useWords();
  if (first.length + hidden === 0) return null;
  return (
    <div className="p-history-traces">
      {words && <span className="p-hidden">{say(words)}</span>}
      <ul className="p-chips">
        {first.map(({ name, until }, index) => (
          <li key={index} className={`p-chip p-chip-${tone}`}>
            {sign && <span aria-hidden="true">{sign} </span>}
            {name}
            {until && (
              <>
                {' '}
                {say('access.until')} <Moment at={until} />
              </>
            )}
          </li>
        ))}
        {more > 0 && <li>{say('kit.moreValues', { count: more })}</li>}
      </ul>
      <HiddenCount count={hidden} />
    </div>
  );
}

function WhyNot({ action }) {
  const { say } = useWords();
  const isMade = ['created', 'restored'].includes(action.split('.')[1]);
  return isMade ? <p className="p-soft">{say('access.history.notCreated')}</p> : null;
}
