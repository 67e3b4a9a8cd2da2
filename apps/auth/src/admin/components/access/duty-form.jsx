import React, { useState } from 'react';
import { Button } from '../kit/button.jsx';
import { ProblemBox } from '../kit/states.jsx';
import { useAction } from '../kit/use-action.js';
import { useWords } from '../kit/words.js';
import { Dialog } from './dialog.jsx';
import { TextField } from './field.jsx';

const LEAST = 2;
const NEW = { name: '', description: '', cardinality: LEAST, roleIds: [] };

/** Makes a rule of separation of duty, or changes one. */
export function DutyForm({ rule = NEW, roles, onClose, onSaved }) {
  const { say } = useWords();
  const [terms, setTerms] = useState(rule);
  const save = useAction('separation', rule === NEW ? 'create' : 'update', 'access.saved');
  const set = (name) => (value) => setTerms((before) => ({ ...before, [name]: value }));
  const toggle = (id) =>
    set('roleIds')(
      terms.roleIds.includes(id) ? terms.roleIds.filter((other) => other !== id) : [...terms.roleIds, id],
    );
  const submit = async () => {
    const { name, description, roleIds } = terms;
    const known = rule === NEW ? {} : { id: rule.id, version: rule.version };
    const given = { name, description, roleIds, cardinality: Number(terms.cardinality) };
    if ((await save.run({ ...known, ...given })) !== undefined) onSaved();
  };
  const button = (
    <Button kind="primary" disabled={save.isRunning || terms.roleIds.length < LEAST} onClick={submit}>
      {say('access.save')}
    </Button>
  );
  return (
    <Dialog title={rule === NEW ? say('access.newRule') : rule.name} onClose={onClose} actions={button}>
      <div className="p-stack">
        <TextField label={say('access.name')} maxLength={100} value={terms.name} onChange={set('name')} />
        <TextField
          label={say('access.description')}
          maxLength={1000}
          value={terms.description}
          onChange={set('description')}
        />
        <fieldset className="p-choices">
          <legend>{say('access.rolesApart')}</legend>
          <p className="p-soft">{say('access.chooseTwoRoles')}</p>
          {roles.map(({ id, name }) => (
            <label key={id} className="p-row">
              <input type="checkbox" checked={terms.roleIds.includes(id)} onChange={() => toggle(id)} />
              {name}
            </label>
          ))}
        </fieldset>
        <TextField
          label={say('access.cardinality')}
          type="number"
          min={LEAST}
          max={Math.max(LEAST, terms.roleIds.length)}
          value={terms.cardinality}
          onChange={set('cardinality')}
        />
        {save.problem && <ProblemBox problem={save.problem} />}
      </div>
    </Dialog>
  );
}
