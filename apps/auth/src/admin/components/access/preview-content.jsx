import React from 'react';
import { Moment } from '../kit/moment.jsx';
import { useWords } from '../kit/words.js';

/** From so many names on a list is folded. */
const MANY = 12;

/** Who gains and who loses what. */
export function PreviewContent({ preview: { userCount, complete, locksYouOut, differences } }) {
  const { say } = useWords();
  return (
    <>
      {locksYouOut && (
        <p className="p-problem" role="alert">
          {say('access.locksYouOut')}
        </p>
      )}
      <p>{userCount === 0 ? say('access.concernsNobody') : say('access.concerns', { count: userCount })}</p>
      {!complete && <p className="p-soft">{say('access.incomplete')}</p>}
      {differences.map((difference, index) => (
        <Difference key={index} {...difference} isNow={difference.at === differences[0].at} />
      ))}
    </>
  );
}

function Difference({
  at,
  isNow,
  users,
  userCount,
  permissions,
  inTeams,
  seesAllOf,
  seesSharedOf,
  secondFactor,
}) {
  const { say } = useWords();
  return (
    <section className="p-difference">
      <p className="p-difference-people">
        {!isNow && (
          <>
            <Moment at={at} />:{' '}
          </>
        )}
        {users
          .slice(0, 3)
          .map(({ email }) => email)
          .join(', ')}
        {userCount > 3 && ` ${say('access.andOthers', { count: userCount - 3 })}`}
      </p>
      <Exchange gains={permissions.gains} loses={permissions.loses} gain="gains" loss="loses" />
      {inTeams.map(({ teamId, team, gains, loses }) => (
        <Exchange key={teamId} gains={gains} loses={loses} gain="gainsIn" loss="losesIn" values={{ team }} />
      ))}
      <Exchange {...counted(seesAllOf)} gain="seesAll" loss="noLongerSeesAll" />
      <Exchange {...counted(seesSharedOf)} gain="seesShared" loss="noLongerSeesShared" />
      {secondFactor && <p>{say(`access.secondFactor.${secondFactor}`)}</p>}
    </section>
  );
}

const counted = ({ gains, loses }) => ({
  gains: { count: gains.length, first: gains },
  loses: { count: loses.length, first: loses },
});

function Exchange({ gains, loses, gain, loss, values }) {
  return (
    <>
      <Names {...gains} words={`access.${gain}`} values={values} tone="good" />
      <Names {...loses} words={`access.${loss}`} values={values} tone="bad" />
    </>
  );
}

function Names({ count, first, words, values, tone }) {
  const { say } = useWords();
  if (count === 0) return null;
  const list = (
    <ul className="p-chips">
      {first.map((name) => (
        <li key={name} className={`p-chip p-chip-${tone}`}>
          {name}
        </li>
      ))}
      {count > first.length && <li>{say('kit.moreValues', { count: count - first.length })}</li>}
    </ul>
  );
  const title = say(words, { ...values, count });
  if (count <= MANY)
    return (
      <div>
        <p>{title}</p>
        {list}
      </div>
    );
  return (
    <details>
      <summary>{title}</summary>
      {list}
    </details>
  );
}
