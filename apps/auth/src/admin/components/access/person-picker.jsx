import React, { useEffect, useId, useState } from 'react';
import { Button } from '../kit/button.jsx';
import { useReading } from '../kit/use-reading.js';
import { useWords } from '../kit/words.js';

/** Until typing pauses for so long, nothing is asked. */
const PAUSE_MS = 200;

function useSettled(value) {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = window.setTimeout(() => setSettled(value), PAUSE_MS);
    return () => window.clearTimeout(timer);
  }, [value]);
  return settled;
}

/** Finds a person by name or address: what was typed is searched, and each one found is a button. */
export function PersonPicker({ page, label, onChoose }) {
  const { say } = useWords();
  const id = useId();
  const [search, setSearch] = useState('');
  const wanted = useSettled(search.trim());
  const choose = (person) => {
    setSearch('');
    onChoose(person);
  };
  return (
    <div className="p-finder">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="search"
        autoComplete="off"
        placeholder={say('access.personHint')}
        value={search}
        onChange={(event) => setSearch(event.target.value)}
      />
      {wanted !== '' && search !== '' && <Found page={page} search={wanted} onChoose={choose} />}
    </div>
  );
}

function Found({ page, search, onChoose }) {
  const { say } = useWords();
  const { data } = useReading(page, 'people', { search });
  if (data === undefined) return null;
  if (data.people.length === 0) return <p className="p-soft">{say('access.nobodyFound')}</p>;
  return (
    <ul className="p-finder-found" data-testid="people-found">
      {data.people.map((person) => (
        <li key={person.id}>
          <Button kind="quiet" icon="Plus" onClick={() => onChoose(person)}>
            {person.email} {person.displayName && <span className="p-soft">{person.displayName}</span>}
          </Button>
        </li>
      ))}
    </ul>
  );
}
