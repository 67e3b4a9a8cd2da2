import React from 'react';
import { useWords } from './words.js';

/** A point in time, in the language and time zone of the browser. */
export function Moment({ at }) {
  const { language } = useWords();
  if (!at) return null;
  const date = new Date(at);
  const text = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(date);
  return (
    <time dateTime={date.toISOString()} title={date.toISOString()}>
      {text}
    </time>
  );
}
