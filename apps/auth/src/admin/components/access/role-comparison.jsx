import React from 'react';
import { useSearchParams } from 'react-router-dom';
import { Loading, ProblemBox } from '../kit/states.jsx';
import { useReading } from '../kit/use-reading.js';
import { useWords } from '../kit/words.js';
import { Select } from './field.jsx';
import { Section } from './section.jsx';

/** Two roles beside one another: what only one brings, and what both do. */
export function RoleComparison({ role, roles }) {
  const { say } = useWords();
  const [params, setParams] = useSearchParams();
  const other = params.get('other') ?? '';
  const choose = (id) => setParams(id === '' ? { id: role.id } : { id: role.id, other: id });
  return (
    <Section title={say('access.compare')}>
      <Select
        label={say('access.compareWith')}
        options={roles.filter(({ id }) => id !== role.id)}
        value={other}
        none={say('access.chooseRole')}
        onChange={choose}
      />
      {other !== '' && <Comparison id={role.id} other={other} />}
    </Section>
  );
}

function Comparison({ id, other }) {
  const { say } = useWords();
  const { data, problem, reload } = useReading('role', 'compare', { id, other });
  if (problem) return <ProblemBox problem={problem} onRetry={reload} />;
  if (data === undefined) return <Loading />;
  const [one, two] = data.sides.map(({ name, permissions }) => ({ name, permissions: new Set(permissions) }));
  const parts = [
    { title: say('access.onlyIn', { name: one.name }), names: one.permissions.difference(two.permissions) },
    { title: say('access.onlyIn', { name: two.name }), names: two.permissions.difference(one.permissions) },
    { title: say('access.inBoth'), names: one.permissions.intersection(two.permissions) },
  ];
  return (
    <div className="p-grid" data-testid="comparison">
      {parts.map(({ title, names }) => (
        <div key={title}>
          <h3>
            {title} <span className="p-soft">{names.size}</span>
          </h3>
          <ul className="p-names">
            {[...names].map((name) => (
              <li key={name}>
                <code>{name}</code>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}
