import { useEffect, useRef, useState } from 'react';
import { readPage } from '../../kit/request.js';

/** Verifies the log a part at a time, until it is whole or somebody stops it. */
export function useVerification() {
  const [state, setState] = useState({ isRunning: false });
  const run = useRef(0);
  const stop = () => {
    run.current += 1;
    setState({ isRunning: false });
  };
  useEffect(() => () => void (run.current += 1), []);

  const start = async () => {
    const own = (run.current += 1);
    const isCurrent = () => run.current === own;
    setState({ isRunning: true });
    try {
      let check = { verified: 0, isComplete: false };
      while (isCurrent() && !check.isComplete) {
        check = await readPage('audit', 'verify', { after: check.verified });
        if (isCurrent()) setState({ check, isRunning: !check.isComplete });
      }
    } catch (problem) {
      if (isCurrent()) setState({ isRunning: false, problem });
    }
  };
  return { ...state, start, stop };
}
