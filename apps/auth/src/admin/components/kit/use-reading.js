import { useCallback, useEffect, useState } from 'react';
import { readPage } from './request.js';

/**
 * What a page shows, read again when its parameters change. While something new is read, the old stays in sight.
 *
 * @returns data; problem, when it could not be read; isLoading; reload
 */
export function useReading(page, reading, params = {}) {
  const [state, setState] = useState({ isLoading: true });
  const [round, setRound] = useState(0);
  const key = JSON.stringify(params);

  useEffect(() => {
    const controller = new AbortController();
    setState(({ data }) => ({ data, isLoading: true }));
    readPage(page, reading, JSON.parse(key), { signal: controller.signal }).then(
      (data) => setState({ data, isLoading: false }),
      (problem) => {
        if (!controller.signal.aborted) setState({ problem, isLoading: false });
      },
    );
    return () => controller.abort();
  }, [page, reading, key, round]);

  const reload = useCallback(() => setRound((count) => count + 1), []);
  return { ...state, reload };
}
