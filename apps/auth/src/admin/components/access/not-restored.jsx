import React from 'react';
import { HiddenCount } from '../kit/hidden.jsx';
import { useWords } from '../kit/words.js';

/** What a deletion ended and taking it back does not bring back. */
export function NotRestored({ lost }) {
  const { say } = useWords();
  return (
    <section className="p-difference" data-testid="not-restored">
      <p className="p-difference-people">{say('access.notRestored.title')}</p>
      {lost.map(({ what, why, count, first, more, hidden }) => (
        <div key={`${what}_${why}`}>
          <p>{say(`access.notRestored.${what}_${why}`, { number: count })}</p>
          <ul className="p-chips">
            {first.map(({ name }) => (
              <li key={name} className="p-chip p-chip-warn">
                {name}
              </li>
            ))}
            {more > 0 && <li>{say('kit.moreValues', { count: more })}</li>}
          </ul>
          <HiddenCount count={hidden} />
        </div>
      ))}
    </section>
  );
}
