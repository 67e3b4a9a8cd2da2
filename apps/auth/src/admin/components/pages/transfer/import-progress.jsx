import React from 'react';
import { Button } from '../../kit/button.jsx';
import { ProblemBox } from '../../kit/states.jsx';
import { useWords } from '../../kit/words.js';
import { saveFile } from './save-file.js';

/** Refused records that are shown; the file has all. */
const SHOWN = 100;

/** How far an import is, and what became of the records; what was refused is listed with the reason. */
export function ImportProgress({ progress, ...actions }) {
  const { say } = useWords();
  const { records, total, refused, problem } = progress;
  return (
    <div className="p-stack" data-testid="import-progress">
      <progress max={Math.max(total, 1)} value={records} aria-label={say('pages.transfer.progress')} />
      <p role="status">{summaryOf(progress, say)}</p>
      {problem && <ProblemBox problem={problem} />}
      {progress.isRunning ? (
        <div className="p-row">
          <Button onClick={actions.stop}>{say('pages.transfer.stop')}</Button>
        </div>
      ) : (
        <NextSteps progress={progress} {...actions} />
      )}
      {refused.length > 0 && <Refused rows={refused} />}
    </div>
  );
}

function summaryOf({ records, total, imported, present, refused, isDryRun, isStopped }, say) {
  const label = (name, values) => say(`pages.transfer.${name}`, values);
  return [
    label('soFar', { count: records, total }),
    label(isDryRun ? 'wouldBe' : 'outcome', { imported, present, refused: refused.length }),
    ...(isStopped ? [label('stopped')] : []),
    ...(isDryRun ? [label('nothingChanged')] : []),
  ].join(' ');
}

/** What one may go on with once it has ended. */
function NextSteps({ progress: { total, refused, isDryRun, problem }, reset, onImport }) {
  const { say } = useWords();
  const isWorthIt = isDryRun && !problem && total > refused.length;
  return (
    <div className="p-row">
      {isWorthIt && (
        <Button kind="primary" onClick={onImport}>
          {say('pages.transfer.start')}
        </Button>
      )}
      <Button onClick={reset}>{say('pages.transfer.again')}</Button>
      {refused.length > 0 && (
        <Button onClick={() => saveFile('refused.jsonl', linesOf(refused))}>
          {say('pages.transfer.saveRefused')}
        </Button>
      )}
    </div>
  );
}

const linesOf = (refused) => refused.map((row) => `${JSON.stringify(row)}\n`);

function Refused({ rows }) {
  const { say } = useWords();
  const label = (name, values) => say(`pages.transfer.${name}`, values);
  return (
    <>
      <div className="p-scroll" role="region" aria-label={label('refused')} tabIndex={0}>
        <table className="p-table">
          <caption className="p-hidden">{label('refused')}</caption>
          <thead>
            <tr>
              <th scope="col">{label('record')}</th>
              <th scope="col">{label('reason')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, SHOWN).map(({ record, reason }) => (
              <tr key={record}>
                <td>{record}</td>
                <td>{reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > SHOWN && <p className="p-soft">{label('firstShown', { count: SHOWN })}</p>}
    </>
  );
}
