import React, { useDeferredValue, useState } from 'react';
import { Empty, Loading, ProblemBox } from '../../kit/states.jsx';
import { useReading } from '../../kit/use-reading.js';
import { useWords } from '../../kit/words.js';
import { Part } from './part.jsx';

/** What they may do, each with the shortest way to it. Read anew when `version` changes. */
export function Permissions({ id, version }) {
  const { say } = useWords();
  const [search, setSearch] = useState('');
  return (
    <Part
      isWide
      title={say('pages.user.permissions.title')}
      actions={
        <input
          className="p-narrow"
          type="search"
          aria-label={say('pages.user.permissions.search')}
          placeholder={say('pages.user.permissions.search')}
          value={search}
          onChange={({ target }) => setSearch(target.value)}
        />
      }
    >
      <Origins key={version} id={id} search={useDeferredValue(search)} />
    </Part>
  );
}

function Origins({ id, search }) {
  const { say } = useWords();
  const { data, problem, reload } = useReading('user', 'permissions', { id, search });
  if (problem) return <ProblemBox problem={problem} onRetry={reload} />;
  if (data === undefined) return <Loading />;
  if (data.total === 0) return <Empty text={say('pages.user.permissions.none')} />;
  return (
    <>
      <div className="p-scroll" role="group" aria-label={say('pages.user.permissions.title')} tabIndex={0}>
        <table className="p-table p-stacked">
          <thead>
            <tr>
              <th scope="col">{say('pages.user.permissions.permission')}</th>
              <th scope="col">{say('pages.user.permissions.origin')}</th>
            </tr>
          </thead>
          <tbody>
            {data.items.map(({ permission, teamId, path }) => (
              <tr key={`${permission} ${teamId ?? ''}`}>
                <td>
                  <code>{permission}</code>
                </td>
                <td>
                  <Way path={path} permission={permission} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {data.total > data.items.length && (
        <p className="p-soft">
          {say('pages.user.permissions.more', { count: data.total - data.items.length })}
        </p>
      )}
    </>
  );
}

/** The steps between the user and the permission; a wildcard is named as what gives it. */
function Way({ path, permission }) {
  const { say } = useWords();
  const steps = path.flatMap((step) => {
    if (step.type === 'user') return [];
    if (step.type === 'default') return [say('pages.user.permissions.everybody')];
    if (step.type === 'team')
      return [say(`pages.user.permissions.${step.teamScoped ? 'inTeam' : 'team'}`, { name: step.name })];
    if (step.type === 'role') return [say('pages.user.permissions.role', { name: step.name })];
    return step.pattern === permission ? [] : [<code key="pattern">{step.pattern}</code>];
  });
  if (steps.length === 0) return say('pages.user.permissions.direct');
  return (
    <ol className="p-way">
      {steps.map((step, index) => (
        <li key={index}>{step}</li>
      ))}
    </ol>
  );
}
