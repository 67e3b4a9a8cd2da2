import React, { useId } from 'react';

/** A field with its name above; `children` is given the id that binds them. */
export function Field({ label, children }) {
  const id = useId();
  return (
    <div className="p-field">
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  );
}

/** A choice out of named things; `none` is what choosing none is called. */
export function Select({ label, options, value, none, onChange, ...rest }) {
  return (
    <Field label={label}>
      {(id) => (
        <select id={id} value={value} onChange={(event) => onChange(event.target.value)} {...rest}>
          {none !== undefined && <option value="">{none}</option>}
          {options.map((option) => (
            <option key={option.id} value={option.id}>
              {option.name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** A line of text. */
export function TextField({ label, value, onChange, ...rest }) {
  return (
    <Field label={label}>
      {(id) => <input id={id} value={value} onChange={(event) => onChange(event.target.value)} {...rest} />}
    </Field>
  );
}
