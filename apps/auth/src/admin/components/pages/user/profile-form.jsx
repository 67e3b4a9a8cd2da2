import React, { useId, useState } from 'react';
import { Button } from '../../kit/button.jsx';
import { useAction } from '../../kit/use-action.js';
import { useWords } from '../../kit/words.js';

const FIELDS = ['email', 'displayName', 'givenName', 'familyName', 'locale'];

/** Text of attributes as an object; undefined for what is none. */
function readAttributes(text) {
  try {
    const value = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Changes the profile. Attributes are sent only when they were changed, since their schema may have changed too. */
export function ProfileForm({ user, onSaved, onCancel }) {
  const { say } = useWords();
  const [values, setValues] = useState(() => Object.fromEntries(FIELDS.map((name) => [name, user[name]])));
  const original = JSON.stringify(user.attributes, null, 2);
  const [attributes, setAttributes] = useState(original);
  const [isUnreadable, setUnreadable] = useState(false);
  const { run, isRunning, problem } = useAction('user', 'save', 'pages.user.profile.saved');
  const label = (name) => say(`pages.user.profile.${name}`);

  const save = async (event) => {
    event.preventDefault();
    const read = readAttributes(attributes);
    setUnreadable(read === undefined);
    if (read === undefined) return;
    const changed = attributes === original ? {} : { attributes: read };
    const saved = await run({ id: user.id, version: user.version, ...values, ...changed });
    if (saved !== undefined) onSaved();
  };
  const isWrong = (name) => problem?.errors?.some(({ field }) => field.split('.')[0] === name) === true;

  return (
    <form className="p-stack" onSubmit={save} noValidate>
      {FIELDS.map((name) => (
        <Field key={name} name={name} label={label(name)}>
          {(props) => (
            <input
              {...props}
              type={name === 'email' ? 'email' : 'text'}
              autoComplete="off"
              value={values[name]}
              aria-invalid={isWrong(name)}
              onChange={({ target }) => setValues({ ...values, [name]: target.value })}
            />
          )}
        </Field>
      ))}
      <Field name="attributes" label={label('attributes')} hint={label('attributesHint')}>
        {(props) => (
          <textarea
            {...props}
            rows={Math.min(12, attributes.split('\n').length + 1)}
            spellCheck={false}
            value={attributes}
            aria-invalid={isUnreadable || isWrong('attributes')}
            onChange={({ target }) => setAttributes(target.value)}
          />
        )}
      </Field>
      <div role="alert">
        {isUnreadable && <p className="p-bad">{label('attributesUnreadable')}</p>}
        {!isUnreadable && problem && <p className="p-bad">{faultsOf(problem)}</p>}
      </div>
      <div className="p-row">
        <Button kind="primary" type="submit" disabled={isRunning}>
          {label('save')}
        </Button>
        <Button onClick={onCancel}>{say('kit.cancel')}</Button>
      </div>
    </form>
  );
}

/** What a schema says of attributes names them; everything else is a sentence already. */
function faultsOf({ message, errors = [] }) {
  const ofAttributes = errors.filter(({ field }) => field.startsWith('attributes.'));
  return [message, ...ofAttributes.map((error) => `${error.field}: ${error.message}`)].join(' · ');
}

function Field({ name, label, hint, children }) {
  const id = useId();
  return (
    <div className="p-field">
      <label htmlFor={id}>{label}</label>
      {children({ id, name, 'aria-describedby': hint && `${id}-hint` })}
      {hint && (
        <p className="p-soft" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
