import React, { useState } from 'react';
import { Field, Select, TextField } from '../../access/field.jsx';
import { Section } from '../../access/section.jsx';
import { Button } from '../../kit/button.jsx';
import { documentPath } from '../../kit/paths.js';
import { useWords } from '../../kit/words.js';
import { ImportProgress } from './import-progress.jsx';
import { useImport } from './use-import.js';

/** Formats that need more than their name. */
const WITH_OPTIONS = /^(firebase|salted)/;

/** Which file, and what it holds; then how far it is. */
export function Import({ passwordFormats }) {
  const { say } = useWords();
  const label = (name, values) => say(`pages.transfer.${name}`, values);
  const [file, setFile] = useState();
  const [source, setSource] = useState('import');
  const [passwordFormat, setPasswordFormat] = useState('');
  const [options, setOptions] = useState('');
  const { run, progress, reset, stop } = useImport();
  const parsed = parseOptions(options);
  const isReady = file !== undefined && source.trim() !== '' && parsed !== null;

  const start = async (isDryRun) => {
    const format = file.name.toLowerCase().endsWith('.csv') ? 'csv' : 'jsonl';
    const chosen = passwordFormat && {
      passwordFormat: { name: passwordFormat, ...(parsed && { options: parsed }) },
    };
    await run(await file.text(), { format, source: source.trim(), isDryRun, ...chosen });
  };
  return (
    <Section title={label('import')}>
      <p className="p-soft">
        {label('importHint')} <a href={documentPath('import')}>{label('fields')}</a>
      </p>
      {progress === undefined && (
        <>
          <div className="p-form-row">
            <Field label={label('file')}>
              {(id) => (
                <input
                  id={id}
                  type="file"
                  accept=".csv,.jsonl,.ndjson,.json"
                  onChange={(event) => setFile(event.target.files[0])}
                />
              )}
            </Field>
            <TextField label={label('source')} value={source} maxLength={100} onChange={setSource} />
            <Select
              label={label('passwordFormat')}
              none={label('noPasswords')}
              options={passwordFormats.map((name) => ({ id: name, name }))}
              value={passwordFormat}
              onChange={setPasswordFormat}
            />
          </div>
          {WITH_OPTIONS.test(passwordFormat) && (
            <Field label={label('options')}>
              {(id) => (
                <textarea
                  id={id}
                  rows={5}
                  value={options}
                  aria-invalid={parsed === null}
                  onChange={(event) => setOptions(event.target.value)}
                />
              )}
            </Field>
          )}
          <div className="p-row">
            <Button kind="primary" disabled={!isReady} onClick={() => start(true)}>
              {label('check')}
            </Button>
            <Button disabled={!isReady} onClick={() => start(false)}>
              {label('start')}
            </Button>
          </div>
        </>
      )}
      {progress !== undefined && (
        <ImportProgress progress={progress} stop={stop} reset={reset} onImport={() => start(false)} />
      )}
    </Section>
  );
}

/** undefined: none; null: no JSON object. */
function parseOptions(text) {
  if (text.trim() === '') return undefined;
  try {
    const value = JSON.parse(text);
    return typeof value === 'object' && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}
