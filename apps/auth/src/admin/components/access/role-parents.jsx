import React from 'react';
import { Link } from 'react-router-dom';
import { Button } from '../kit/button.jsx';
import { panelPath } from '../kit/paths.js';
import { Empty } from '../kit/states.jsx';
import { useWords } from '../kit/words.js';
import { Select } from './field.jsx';
import { Section } from './section.jsx';

/** The roles from which a role inherits, and those that inherit from it. */
export function RoleParents({ role, roles, mayChange, propose }) {
  const { say } = useWords();
  const parents = roles.filter(({ id }) => role.parentIds.includes(id));
  const heirs = roles.filter(({ parentIds }) => parentIds.includes(role.id));
  const others = roles.filter(({ id }) => id !== role.id && !role.parentIds.includes(id));
  const setParents = (parentIds) =>
    propose(say('access.changeParents', { name: role.name }), {
      change: 'set_role_parents',
      roleId: role.id,
      parentIds,
      version: role.version,
    });
  return (
    <Section title={say('access.parents')}>
      {parents.length === 0 ? (
        <Empty text={say('access.noParents')} />
      ) : (
        <ul className="p-lines">
          {parents.map(({ id, name }) => (
            <li key={id}>
              <Link to={panelPath('/pages/role', { id })}>{name}</Link>
              {mayChange && (
                <Button
                  kind="quiet"
                  icon="X"
                  label={say('access.dropParent', { name })}
                  onClick={() => setParents(role.parentIds.filter((parentId) => parentId !== id))}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {mayChange && (
        <Select
          label={say('access.addParent')}
          options={others}
          value=""
          none={say('access.chooseRole')}
          onChange={(id) => id !== '' && setParents([...role.parentIds, id])}
        />
      )}
      {heirs.length > 0 && (
        <p>
          {say('access.heirs')}{' '}
          {heirs.map(({ id, name }) => (
            <Link key={id} className="p-inline-link" to={panelPath('/pages/role', { id })}>
              {name}
            </Link>
          ))}
        </p>
      )}
    </Section>
  );
}
