import { useRef, useState } from 'react';
import { callPage } from '../../kit/request.js';
import { splitRecords } from './split-records.js';

const NOTHING = { records: 0, imported: 0, present: 0, refused: [] };

/**
 * Imports a file part after part. What was imported stays when it is stopped; the same file may be imported again, since
 * whoever is there stays as they are.
 *
 * @returns run; progress: counts, the refused records and whether it goes on; reset; stop
 */
export function useImport() {
  const [progress, setProgress] = useState();
  const stopped = useRef(false);

  const run = async (text, input) => {
    stopped.current = false;
    const parts = splitRecords(text, input.format);
    const total = parts.reduce((sum, { rows }) => sum + rows.length, 0);
    let sum = { ...NOTHING, total, isDryRun: input.isDryRun, isRunning: true };
    setProgress(sum);
    for (const part of parts) {
      if (stopped.current) break;
      try {
        sum = added(sum, await callPage('transfer', 'import', { ...input, text: part.text }), part.rows);
      } catch (problem) {
        sum = { ...sum, problem };
        break;
      }
      setProgress(sum);
    }
    setProgress({ ...sum, isRunning: false, isStopped: stopped.current });
  };
  return {
    run,
    progress,
    reset: () => setProgress(undefined),
    stop: () => {
      stopped.current = true;
    },
  };
}

/** The counts with those of a part, whose records are counted from 1. */
const added = (sum, result, rows) => ({
  ...sum,
  records: sum.records + result.records,
  imported: sum.imported + result.imported,
  present: sum.present + result.present,
  refused: [
    ...sum.refused,
    ...result.refused.map(({ record, reason }) => ({
      record: sum.records + record,
      reason,
      row: rows[record - 1],
    })),
  ],
});
