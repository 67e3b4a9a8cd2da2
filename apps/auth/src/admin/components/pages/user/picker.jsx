import React, { useId, useState } from 'react';
import { Button } from '../../kit/button.jsx';
import { useWords } from '../../kit/words.js';

/** Picks one of what there is. `onPick` answers whether it was done; what was picked is kept otherwise. */
export function Picker({ label, choices, isRunning, onPick, children }) {
  const { say } = useWords();
  const id = useId();
  const [picked, setPicked] = useState('');
  const submit = async (event) => {
    event.preventDefault();
    if (await onPick(picked)) setPicked('');
  };
  if (choices.length === 0) return null;
  return (
    <form className="p-picker" onSubmit={submit}>
      <div className="p-field">
        <label htmlFor={id}>{label}</label>
        <select id={id} value={picked} onChange={({ target }) => setPicked(target.value)}>
          <option value="">{say('pages.user.pick')}</option>
          {choices.map((choice) => (
            <option key={choice.id} value={choice.id}>
              {choice.name}
            </option>
          ))}
        </select>
      </div>
      {children}
      <Button type="submit" disabled={picked === '' || isRunning}>
        {say('pages.user.apply')}
      </Button>
    </form>
  );
}
