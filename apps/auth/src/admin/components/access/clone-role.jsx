import React, { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { Button } from '../kit/button.jsx';
import { panelPath } from '../kit/paths.js';
import { ProblemBox } from '../kit/states.jsx';
import { useAction } from '../kit/use-action.js';
import { useWords } from '../kit/words.js';
import { Dialog } from './dialog.jsx';
import { TextField } from './field.jsx';

/** Makes a role like another one and leads to it. */
export function CloneRole({ role, onClose }) {
  const { say } = useWords();
  const navigate = useNavigate();
  const [name, setName] = useState(say('access.copyOf', { name: role.name }));
  const clone = useAction('role', 'clone', 'access.cloned');
  const confirm = async () => {
    const made = await clone.run({ id: role.id, name });
    if (made === undefined) return;
    onClose();
    navigate(panelPath('/pages/role', { id: made.id }));
  };
  const button = (
    <Button kind="primary" disabled={clone.isRunning} onClick={confirm}>
      {say('access.clone')}
    </Button>
  );
  return (
    <Dialog title={say('access.cloneTitle', { name: role.name })} onClose={onClose} actions={button}>
      <p className="p-soft">{say('access.cloneHint')}</p>
      <TextField label={say('access.name')} maxLength={100} value={name} onChange={setName} />
      {clone.problem && <ProblemBox problem={clone.problem} />}
    </Dialog>
  );
}
