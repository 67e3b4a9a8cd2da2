import React, { useState } from 'react';
import { Button } from '../kit/button.jsx';
import { useAction } from '../kit/use-action.js';
import { useWords } from '../kit/words.js';
import { Field, TextField } from './field.jsx';
import { Section } from './section.jsx';

/** Makes something new that has a name and a description; `more` is sent along. */
export function CreateForm({ page, more, onMade }) {
  const create = useAction(page, 'create', 'access.saved');
  const submit = async (named) => {
    const made = await create.run({ ...named, ...more });
    if (made !== undefined) onMade(made);
  };
  return <NameForm words="access.create" isRunning={create.isRunning} onSubmit={submit} />;
}

/** Changes how a role, a team or a group is called and described. */
export function Naming({ subject, change, propose }) {
  const { say } = useWords();
  const submit = (named) =>
    propose(say('access.renameQuestion', { name: subject.name }), {
      ...change,
      ...named,
      version: subject.version,
    });
  return <NameForm subject={subject} words="access.save" onSubmit={submit} />;
}

/** The same in a part of its own. */
export function NamingSection(props) {
  const { say } = useWords();
  return (
    <Section title={say('access.nameAndDescription')}>
      <Naming key={props.subject.version} {...props} />
    </Section>
  );
}

function NameForm({ subject, words, isRunning = false, onSubmit }) {
  const { say } = useWords();
  const [name, setName] = useState(subject?.name ?? '');
  const [description, setDescription] = useState(subject?.description ?? '');
  const isChanged = subject === undefined || name !== subject.name || description !== subject.description;
  const submit = (event) => {
    event.preventDefault();
    onSubmit({ name, description });
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
        <Button type="submit" kind="primary" disabled={!isChanged || isRunning}>
          {say(words)}
        </Button>
      </div>
    </form>
  );
}
