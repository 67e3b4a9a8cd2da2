import { useNotice } from 'adminjs';
import { useState } from 'react';
import { callPage } from './request.js';
import { useWords } from './words.js';

/**
 * Something that a page does. Refusals are said in a notice, and kept for the form that wants them beside its fields.
 *
 * @param done - key of what is said afterwards
 * @returns run, which answers undefined for a refusal; isRunning; problem
 */
export function useAction(page, action, done = undefined) {
  const [state, setState] = useState({ isRunning: false });
  const notify = useNotice();
  const { say } = useWords();

  const run = async (input) => {
    setState({ isRunning: true });
    try {
      const answer = await callPage(page, action, input);
      setState({ isRunning: false });
      if (done !== undefined) notify({ message: say(done), type: 'success' });
      return answer;
    } catch (problem) {
      setState({ isRunning: false, problem });
      notify({ message: problem.message || say('kit.offline'), type: 'error' });
      return undefined;
    }
  };
  return { ...state, run };
}
