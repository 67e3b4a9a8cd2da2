import React from 'react';
import { useWords } from './words.js';

const TONES = {
  active: 'good',
  running: 'good',
  success: 'good',
  disabled: 'bad',
  failed: 'bad',
  failure: 'bad',
  denied: 'bad',
};

/** One of a field's few values, in the colour of what it means. */
export function StatusMark({ field, value }) {
  const { say } = useWords();
  return (
    <span className={`p-mark p-mark-${TONES[value] ?? 'plain'}`}>{say(`values.${field}.${value}`)}</span>
  );
}
