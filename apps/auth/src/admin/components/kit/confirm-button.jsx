import React, { useEffect, useRef, useState } from 'react';
import { Button } from './button.jsx';
import { useWords } from './words.js';

/** A button that asks before it acts. `onConfirm` is called once the question is answered with yes. */
export function ConfirmButton({ question, kind, children, onConfirm, ...rest }) {
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <Button kind={kind} onClick={() => setAsking(true)} {...rest}>
        {children}
      </Button>
      {isAsking && (
        <Question text={question} kind={kind} onYes={onConfirm} onClose={() => setAsking(false)} />
      )}
    </>
  );
}

/** Escape closes it as well, and the browser gives the focus back. */
function Question({ text, kind, onYes, onClose }) {
  const { say } = useWords();
  const dialog = useRef(null);
  useEffect(() => dialog.current.showModal(), []);
  const confirm = () => {
    dialog.current.close();
    onYes();
  };
  return (
    <dialog className="p-question" ref={dialog} aria-label={text} onClose={onClose}>
      <p>{text}</p>
      <div className="p-row">
        <Button kind={kind === 'danger' ? 'danger' : 'primary'} onClick={confirm}>
          {say('kit.confirm')}
        </Button>
        <Button onClick={() => dialog.current.close()}>{say('kit.cancel')}</Button>
      </div>
    </dialog>
  );
}
