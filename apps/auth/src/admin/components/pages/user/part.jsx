import React, { useId } from 'react';

/** One part of the page under its heading; `isWide` takes the whole width. */
export function Part({ title, actions, isWide = false, children }) {
  const id = useId();
  return (
    <section className={`p-card p-stack${isWide ? ' p-part-wide' : ''}`} aria-labelledby={id}>
      <div className="p-part-head">
        <h2 id={id}>{title}</h2>
        {actions}
      </div>
      {children}
    </section>
  );
}

/** A list of what is known: pairs of a name and a value; what has no value says so by a dash. */
export function Facts({ facts }) {
  return (
    <dl className="p-facts">
      {facts.map(([name, value]) => (
        <React.Fragment key={name}>
          <dt>{name}</dt>
          <dd>{value === '' || value == null ? '–' : value}</dd>
        </React.Fragment>
      ))}
    </dl>
  );
}
