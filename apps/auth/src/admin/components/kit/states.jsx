import React from 'react';
import { Button } from './button.jsx';
import { useWords } from './words.js';

/** Said while something is read. */
export function Loading() {
  const { say } = useWords();
  return (
    <p className="p-loading" role="status">
      {say('kit.loading')}
    </p>
  );
}

/** Asked for again in the same way, it is answered in the same way: what was asked is wrong, or is not there. */
const isFinal = ({ status }) => status === 400 || status === 404;

/** Said when something could not be read or done; `problem` of the service or of the connection. */
export function ProblemBox({ problem, onRetry }) {
  const { say } = useWords();
  return (
    <div className="p-problem" role="alert">
      <p>{problem.code === undefined ? say('kit.offline') : problem.message}</p>
      {onRetry && !isFinal(problem) && <Button onClick={onRetry}>{say('kit.tryAgain')}</Button>}
    </div>
  );
}

/** Said where there is nothing, with what to do next. */
export function Empty({ text, children }) {
  const { say } = useWords();
  return (
    <div className="p-empty" data-testid="empty">
      <p>{text ?? say('kit.nothing')}</p>
      {children}
    </div>
  );
}
