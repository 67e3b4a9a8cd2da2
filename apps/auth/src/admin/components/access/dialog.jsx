import React, { useEffect, useId, useRef } from 'react';
import { Button } from '../kit/button.jsx';
import { useWords } from '../kit/words.js';

/** A question above the page. The browser keeps the focus in it, and Escape closes it. */
export function Dialog({ title, onClose, actions, children }) {
  const { say } = useWords();
  const element = useRef();
  const heading = useId();
  useEffect(() => element.current.showModal(), []);
  return (
    <dialog ref={element} className="p-dialog" aria-labelledby={heading} onClose={onClose}>
      <h2 id={heading}>{title}</h2>
      {children}
      <div className="p-row p-dialog-actions">
        {actions}
        <Button onClick={() => element.current.close()}>{say('kit.cancel')}</Button>
      </div>
    </dialog>
  );
}
