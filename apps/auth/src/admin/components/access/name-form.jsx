import React, { useState } from 'react';
import { Button } from '../kit/button.jsx';
import { useAction } from '../kit/use-action.js';
import { useWords } from '../kit/words.js';
import { Field, TextField } from './field.jsx';

/** Name and description of something that a page changes, or makes when there is no `subject`; `more` is sent along. */
export function NameForm({ page, subject, more, onSaved }) {
  const { say } = useWords();
  const [name, setName] = useState(subject?.name ?? '');
  const [description, setDescription] = useState(subject?.description ?? '');
  const save = useAction(page, subject === undefined ? 'create' : 'update', 'access.saved');
  const isChanged = subject === undefined || name !== subject.name || description !== subject.description;
  const submit = async (event) => {
    event.preventDefault();
    const known = subject && { id: subject.id, version: subject.version };
    const saved = await save.run({ name, description, ...known, ...more });
    if (saved !== undefined) onSaved(saved);
  };
  return (
    <form className="p-stack" onSubmit={submit}>
      <TextField label={say('access.name')} required maxLength={100} value={name} onChange={setName} />
      <Field label={say('access.description')}>
        {(id) => (
          <textarea
            id={id}
            rows={2}
            maxLength={1000}
            value={description}
            onChange={(event) => setDescription(event.target.value)}
          />
        )}
      </Field>
      <div>
        <Button type="submit" kind="primary" disabled={!isChanged || save.isRunning}>
          {say(subject === undefined ? 'access.create' : 'access.save')}
        </Button>
      </div>
    </form>
  );
}
