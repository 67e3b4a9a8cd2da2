import { useState } from 'react';
import { callPage } from '../../kit/request.js';

/** Users of one request; see PART in many-users.page.ts. */
const PART = 10;

/**
 * Runs a change over many users, part after part. A part that is refused as a whole says so in each of its rows, and the
 * next ones go on.
 *
 * @returns run; progress, with what became of each user so far; reset; stop
 */
export function useChange() {
  const [progress, setProgress] = useState();
  const [signal, setSignal] = useState();

  const run = async ({ action, input }, users) => {
    const stopping = { isStopped: false };
    const rows = [];
    setSignal(stopping);
    setProgress({ action, rows, total: users.length, isRunning: true });
    for (let start = 0; start < users.length && !stopping.isStopped; start += PART) {
      const part = users.slice(start, start + PART);
      rows.push(...(await changePart(action, input, part)));
      setProgress({ action, rows: [...rows], total: users.length, isRunning: true });
    }
    setProgress({ action, rows: [...rows], total: users.length, isRunning: false });
  };
  return {
    run,
    progress,
    reset: () => setProgress(undefined),
    stop: () => {
      signal.isStopped = true;
    },
  };
}

async function changePart(action, input, users) {
  try {
    const userIds = users.map(({ id }) => id);
    const { results } = await callPage('many-users', action, { ...input, userIds });
    const byId = new Map(results.map((result) => [result.userId, result]));
    return users.map((user) => ({ ...user, ...byId.get(user.id) }));
  } catch (problem) {
    return users.map((user) => ({ ...user, done: false, problem: problem.message }));
  }
}
