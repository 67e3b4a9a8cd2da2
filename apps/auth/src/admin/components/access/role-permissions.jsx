import React, { useEffect, useMemo, useState } from 'react';
import { Button } from '../kit/button.jsx';
import { HiddenPart } from '../kit/hidden.jsx';
import { useWords } from '../kit/words.js';
import { PermissionMatrix } from './permission-matrix.jsx';
import { Section } from './section.jsx';

/** What a role holds; what is ticked here is kept until its preview was confirmed. */
export function RolePermissions({ role, catalogue, inherited, mayChange, seesCatalogue, propose }) {
  const { say } = useWords();
  const held = useMemo(() => new Set(role.permissions), [role]);
  const [chosen, setChosen] = useState(held);
  useEffect(() => setChosen(held), [held]);
  const brought = useMemo(() => new Set(inherited), [inherited]);
  const added = [...chosen].filter((name) => !held.has(name));
  const removed = [...held].filter((name) => !chosen.has(name));
  const isChanged = added.length + removed.length > 0;

  const toggle = (name) =>
    setChosen((before) =>
      before.has(name) ? before.difference(new Set([name])) : new Set([...before, name]),
    );
  const preview = () =>
    propose(say('access.changePermissions', { name: role.name }), {
      change: 'set_role_permissions',
      roleId: role.id,
      permissions: [...chosen],
      version: role.version,
    });

  return (
    <Section title={say('access.permissions')}>
      {!mayChange && role.isSystem && <p className="p-soft">{say('access.builtIn')}</p>}
      <PermissionMatrix
        catalogue={catalogue}
        inherited={brought}
        chosen={chosen}
        isFixed={!mayChange}
        onToggle={toggle}
      />
      {!seesCatalogue && <HiddenPart needed="permission:read" />}
      {isChanged && (
        <div className="p-row p-bar" role="status">
          <span>{say('access.pending', { added: added.length, removed: removed.length })}</span>
          <Button kind="primary" onClick={preview}>
            {say('access.preview')}
          </Button>
          <Button onClick={() => setChosen(held)}>{say('access.discard')}</Button>
        </div>
      )}
    </Section>
  );
}
