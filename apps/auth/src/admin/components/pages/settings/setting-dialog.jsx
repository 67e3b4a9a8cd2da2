import React, { useState } from 'react';
import { Dialog } from '../../access/dialog.jsx';
import { Select, TextField } from '../../access/field.jsx';
import { Button } from '../../kit/button.jsx';
import { ProblemBox } from '../../kit/states.jsx';
import { useAction } from '../../kit/use-action.js';
import { useWords } from '../../kit/words.js';

/** Changes a setting, with what it may be. */
export function SettingDialog({ setting, onClose, onSaved }) {
  const { say } = useWords();
  const { name, shape, version } = setting;
  const [value, setValue] = useState(setting.value);
  const label = say(`pages.settings.names.${name}.label`);
  const change = useAction('settings', 'change', 'pages.settings.wasChanged');
  const submit = async (event) => {
    event.preventDefault();
    if ((await change.run({ name, value, version })) !== undefined) onSaved();
  };
  const form = `setting-${name}`;
  const save = (
    <Button kind="primary" type="submit" form={form} disabled={change.isRunning || value === setting.value}>
      {say('access.save')}
    </Button>
  );
  return (
    <Dialog title={label} onClose={onClose} actions={save}>
      <form id={form} className="p-stack" onSubmit={submit}>
        <p className="p-soft">{say(`pages.settings.names.${name}.hint`)}</p>
        <Value label={say('pages.settings.value')} shape={shape} value={value} onChange={setValue} />
        {shape.type !== 'choice' && (
          <p className="p-soft">{say(`pages.settings.shapes.${shape.type}`, shape)}</p>
        )}
        <p className="p-soft">{say('pages.settings.effect')}</p>
        {change.problem && <ProblemBox problem={change.problem} />}
      </form>
    </Dialog>
  );
}

function Value({ shape, ...field }) {
  if (shape.type === 'choice')
    return <Select options={shape.options.map((option) => ({ id: option, name: option }))} {...field} />;
  if (shape.type === 'number')
    return <TextField type="number" required min={shape.min} max={shape.max} step={1} {...field} />;
  return <TextField maxLength={2000} {...field} />;
}
