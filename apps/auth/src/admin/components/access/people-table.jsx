import React from 'react';
import { Button } from '../kit/button.jsx';
import { Empty } from '../kit/states.jsx';
import { useWords } from '../kit/words.js';

/** People one below the other: `note` says something of one, `actions` are the buttons beside them. */
export function PeopleTable({ caption, people, empty, note, actions, onMore }) {
  const { say } = useWords();
  if (people.length === 0) return <Empty text={empty} />;
  return (
    <>
      <div className="p-scroll" tabIndex={0} role="region" aria-label={caption}>
        <table className="p-table p-stacked">
          <caption className="p-hidden">{caption}</caption>
          <tbody>
            {people.map((person) => (
              <tr key={person.userId}>
                <th scope="row">
                  {person.email}
                  {person.displayName && <span className="p-soft"> {person.displayName}</span>}
                </th>
                <td>{note?.(person)}</td>
                <td className="p-table-actions">{actions?.(person)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {onMore && <Button onClick={onMore}>{say('kit.more')}</Button>}
    </>
  );
}
