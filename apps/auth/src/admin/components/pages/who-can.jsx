import React, { useState } from 'react';
import { Link, useSearchParams } from 'react-router-dom';
import { QuestionForm, questionIn, said } from '../access/question-form.jsx';
import { Way } from '../access/way.jsx';
import { Button } from '../kit/button.jsx';
import { HiddenPart } from '../kit/hidden.jsx';
import { Page } from '../kit/page.jsx';
import { panelPath } from '../kit/paths.js';
import { readPage } from '../kit/request.js';
import { Empty, Loading, ProblemBox } from '../kit/states.jsx';
import { useReading } from '../kit/use-reading.js';
import { useWords } from '../kit/words.js';

/** Who may do something, now or at a past moment, and how they come to it. */
export function WhoCan() {
  const { say } = useWords();
  const [params, setParams] = useSearchParams();
  const asked = questionIn(params);
  return (
    <Page name="who-can">
      <div className="p-stack">
        <p className="p-soft">{say('pages.who-can.hint')}</p>
        <QuestionForm page="who-can" asked={asked} onAsk={(question) => setParams(said(question))} />
        {asked.permission !== '' && <Found key={params.toString()} asked={asked} />}
      </div>
    </Page>
  );
}

function Found({ asked }) {
  const { say } = useWords();
  const { data, problem, reload } = useReading('who-can', 'find', asked);
  if (problem) return <ProblemBox problem={problem} onRetry={reload} />;
  if (data === undefined) return <Loading />;
  if (data.people.length === 0) return <Nobody {...asked} isKnown={data.isKnown} />;
  return <People asked={asked} first={data} />;
}

/** A permission that nobody has is given by a role; one that there is not was misspelt, or its service never started. */
function Nobody({ permission, isKnown }) {
  const { say } = useWords();
  return isKnown ? (
    <Empty text={say('access.nobodyCan', { permission })}>
      <Link to={panelPath('/resources/roles')}>{say('access.seeRoles')}</Link>
    </Empty>
  ) : (
    <Empty text={say('access.remedies.register_permission', { permission })}>
      <Link to={panelPath('/resources/permissions')}>{say('access.seePermissions')}</Link>
    </Empty>
  );
}

function People({ asked, first }) {
  const { say } = useWords();
  const [{ people, next }, setList] = useState(first);
  const more = async () => {
    const page = await readPage('who-can', 'find', { ...asked, after: next });
    setList({ people: [...people, ...page.people], next: page.next });
  };
  return (
    <section className="p-card p-stack" data-testid="who-can-found">
      <div className="p-scroll" tabIndex={0} role="region" aria-label={say('access.whoCan', asked)}>
        <table className="p-table p-stacked">
          <caption>{say('access.whoCan', asked)}</caption>
          <thead>
            <tr>
              <th scope="col">{say('access.person')}</th>
              <th scope="col">{say('access.theWay')}</th>
            </tr>
          </thead>
          <tbody>
            {people.map(({ userId, email, path }) => (
              <tr key={userId}>
                <th scope="row">
                  <Link to={panelPath('/pages/why-can', { ...asked, userId })}>{email || userId}</Link>
                </th>
                <td>
                  <Way steps={path.slice(1)} email={email || userId} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {!first.isNamed && <HiddenPart needed="user:read" />}
      {next && <Button onClick={more}>{say('kit.more')}</Button>}
    </section>
  );
}
