import React, { useRef, useState } from 'react';
import { Select } from '../../access/field.jsx';
import { Section } from '../../access/section.jsx';
import { Button } from '../../kit/button.jsx';
import { readPage } from '../../kit/request.js';
import { ProblemBox } from '../../kit/states.jsx';
import { useWords } from '../../kit/words.js';
import { saveFile } from './save-file.js';

/** All users into a file, without what they log in with. */
export function Export() {
  const { say } = useWords();
  const label = (name, values) => say(`pages.transfer.${name}`, values);
  const [format, setFormat] = useState('csv');
  const [progress, setProgress] = useState();
  const stopped = useRef(false);

  const run = async () => {
    stopped.current = false;
    const parts = [];
    let done = 0;
    let cursor;
    setProgress({ done, total: 0, isRunning: true });
    try {
      do {
        const page = await readPage('transfer', 'export', { format, cursor });
        parts.push(page.text);
        done += page.count;
        cursor = page.nextCursor;
        setProgress({ done, total: page.total, isRunning: cursor !== null });
      } while (cursor !== null && !stopped.current);
      if (cursor === null) saveFile(`users.${format}`, parts);
      else setProgress(undefined);
    } catch (problem) {
      setProgress({ done, total: done, isRunning: false, problem });
    }
  };
  return (
    <Section title={label('export')}>
      <p className="p-soft">{label('exportHint')}</p>
      <div className="p-form-row">
        <Select
          label={label('format')}
          options={[
            { id: 'csv', name: 'CSV' },
            { id: 'jsonl', name: 'JSON Lines' },
          ]}
          value={format}
          onChange={setFormat}
        />
        {progress?.isRunning ? (
          <Button onClick={() => (stopped.current = true)}>{label('stop')}</Button>
        ) : (
          <Button kind="primary" onClick={run}>
            {label('export')}
          </Button>
        )}
      </div>
      {progress && (
        <>
          <progress max={Math.max(progress.total, 1)} value={progress.done} aria-label={label('progress')} />
          <p role="status">{label('exported', { count: progress.done, total: progress.total })}</p>
          {progress.problem && <ProblemBox problem={progress.problem} />}
        </>
      )}
    </Section>
  );
}
