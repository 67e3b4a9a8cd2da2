import React, { useId } from 'react';

/** A part of a page under its own heading. */
export function Section({ title, actions, children }) {
  const id = useId();
  return (
    <section className="p-card p-stack" aria-labelledby={id}>
      <div className="p-section-head">
        <h2 id={id}>{title}</h2>
        {actions}
      </div>
      {children}
    </section>
  );
}
