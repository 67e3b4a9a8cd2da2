import React from 'react';
import { Link } from 'react-router-dom';
import { Button } from '../../kit/button.jsx';
import { panelPath } from '../../kit/paths.js';
import { useWords } from '../../kit/words.js';

/** How far the change is, and what became of each user; what was refused stands first. */
export function Results({ progress: { action, rows, total, isRunning }, reset, stop }) {
  const { say } = useWords();
  const label = (name, values) => say(`pages.many-users.${name}`, values);
  const refused = rows.filter(({ done }) => !done);
  const done = rows.filter((row) => row.done);
  return (
    <>
      <section className="p-card p-stack" aria-label={label('progress')}>
        <h2>{label(`actions.${action}.label`)}</h2>
        <progress max={total} value={rows.length} aria-label={label('progress')} />
        <p role="status">
          {label('soFar', { count: rows.length, total })}{' '}
          {!isRunning && label('outcome', { done: done.length, refused: refused.length })}
        </p>
        <div className="p-row">
          {isRunning ? (
            <Button onClick={stop}>{label('stop')}</Button>
          ) : (
            <Button kind="primary" onClick={reset}>
              {label('again')}
            </Button>
          )}
        </div>
      </section>
      <div className="p-scroll" role="region" aria-label={label('results')} tabIndex={0}>
        <table className="p-table p-stacked">
          <thead>
            <tr>
              <th scope="col">{label('email')}</th>
              <th scope="col">{label('result')}</th>
            </tr>
          </thead>
          <tbody>
            {[...refused, ...done].map((row) => (
              <tr key={row.id}>
                <td>
                  <Link to={panelPath('/pages/user', { id: row.id })}>{row.email}</Link>
                </td>
                <td>
                  <span className={`p-mark p-mark-${row.done ? 'good' : 'bad'}`}>
                    {label(row.done ? 'done' : 'refused')}
                  </span>{' '}
                  {row.problem}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
