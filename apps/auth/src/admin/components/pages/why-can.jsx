import React, { useState } from 'react';
import { Link, useSearchParams } from 'react-router-dom';
import { PersonPicker } from '../access/person-picker.jsx';
import { QuestionForm, questionIn, said } from '../access/question-form.jsx';
import { Remedies } from '../access/remedies.jsx';
import { Way } from '../access/way.jsx';
import { Moment } from '../kit/moment.jsx';
import { Page } from '../kit/page.jsx';
import { panelPath } from '../kit/paths.js';
import { Loading, ProblemBox } from '../kit/states.jsx';
import { useReading } from '../kit/use-reading.js';
import { useWords } from '../kit/words.js';

/** Why somebody may do something or may not, now or at a past moment. */
export function WhyCan() {
  const { say } = useWords();
  const [params, setParams] = useSearchParams();
  const asked = { ...questionIn(params), userId: params.get('userId') ?? '' };
  const [person, setPerson] = useState();
  const userId = person?.id ?? asked.userId;
  const isComplete = asked.permission !== '' && asked.userId !== '';
  return (
    <Page name="why-can">
      <div className="p-stack">
        <p className="p-soft">{say('pages.why-can.hint')}</p>
        <QuestionForm
          page="why-can"
          asked={asked}
          canAsk={userId !== ''}
          onAsk={(question) => setParams(said({ ...question, userId }))}
        >
          <PersonPicker page="why-can" label={say('access.person')} onChoose={setPerson} />
          {person && <p data-testid="person">{person.email}</p>}
        </QuestionForm>
        {isComplete && <Answer key={params.toString()} asked={asked} />}
      </div>
    </Page>
  );
}

function Answer({ asked }) {
  const { say } = useWords();
  const { data, problem, reload } = useReading('why-can', 'explain', asked);
  if (problem) return <ProblemBox problem={problem} onRetry={reload} />;
  if (data === undefined) return <Loading />;
  const { isAllowed, reason, path, remedies } = data;
  const { permission, at, userId } = asked;
  const name = data.email || userId;
  return (
    <section className="p-card p-stack" data-testid="why-can-answer">
      <h2 className={`p-verdict p-verdict-${isAllowed ? 'good' : 'bad'}`}>
        {say(isAllowed ? 'access.mayDo' : 'access.mayNotDo', { name, permission })}
      </h2>
      {at && (
        <p className="p-soft">
          {say('access.asOf')} <Moment at={at} />
        </p>
      )}
      {reason && <p>{say(`access.reasons.${reason}`)}</p>}
      {path && <Way steps={path} email={name} />}
      <Remedies remedies={remedies} />
      <p>
        <Link to={panelPath('/pages/who-can', questionIn(new URLSearchParams(asked)))}>
          {say('access.whoElse')}
        </Link>
      </p>
    </section>
  );
}
