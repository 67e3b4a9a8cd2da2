import React, { useEffect, useState } from 'react';
import { Select, TextField } from '../../access/field.jsx';
import { PersonPicker } from '../../access/person-picker.jsx';
import { Button } from '../../kit/button.jsx';
import { useWords } from '../../kit/words.js';
import { filterNames, fromLocal, present, toLocal } from './filters.js';

const OUTCOMES = ['success', 'failure', 'denied'];

/** The filters of the list. Nothing is asked until they are applied. */
export function Filters({ filters, options, names, onFilter }) {
  const { say } = useWords();
  const [chosen, setChosen] = useState(filters);
  const key = JSON.stringify(filters);
  useEffect(() => setChosen(JSON.parse(key)), [key]);
  const set = (name) => (value) => setChosen({ ...chosen, [name]: value });
  // On a telephone they would hide what they are for.
  const [isWide] = useState(() => window.matchMedia('(width >= 640px)').matches);
  const isFiltered = filterNames.some((name) => filters[name] !== '');
  const apply = (event) => {
    event.preventDefault();
    onFilter(present(chosen));
  };
  return (
    <details className="p-card" open={isWide}>
      <summary className="p-field-name">{say('pages.audit.filters')}</summary>
      <form className="p-stack p-audit-filters" aria-label={say('pages.audit.filters')} onSubmit={apply}>
        <div className="p-form-row">
          <Time label={say('pages.audit.from')} value={chosen.from} onChange={set('from')} />
          <Time label={say('pages.audit.to')} value={chosen.to} onChange={set('to')} />
          <Select
            label={say('pages.audit.action')}
            none={say('pages.audit.any')}
            value={chosen.action}
            options={named(options.actions, (action) => say(`auditActions.${action}`))}
            onChange={set('action')}
          />
          <Select
            label={say('pages.audit.outcome')}
            none={say('pages.audit.any')}
            value={chosen.outcome}
            options={OUTCOMES.map((id) => ({ id, name: say(`values.outcome.${id}`) }))}
            onChange={set('outcome')}
          />
          {['actor', 'impersonator'].map((who) => (
            <Person
              key={who}
              who={who}
              value={chosen[`${who}Id`]}
              name={names[chosen[`${who}Id`]]}
              mayFind={options.mayFindPeople}
              onChange={set(`${who}Id`)}
            />
          ))}
          <Select
            label={say('pages.audit.subjectType')}
            none={say('pages.audit.any')}
            value={chosen.subjectType}
            options={named(options.subjects, (subject) => say(`auditSubjectTypes.${subject}`))}
            onChange={set('subjectType')}
          />
          <TextField
            label={say('pages.audit.subjectId')}
            value={chosen.subjectId}
            maxLength={100}
            onChange={set('subjectId')}
          />
          <TextField
            label={say('pages.audit.requestId')}
            value={chosen.requestId}
            maxLength={200}
            onChange={set('requestId')}
          />
        </div>
        <div className="p-row">
          <Button type="submit" kind="primary">
            {say('pages.audit.apply')}
          </Button>
          {isFiltered && <Button onClick={() => onFilter({})}>{say('pages.audit.reset')}</Button>}
        </div>
      </form>
    </details>
  );
}

const named = (ids, nameOf) =>
  ids.map((id) => ({ id, name: nameOf(id) })).sort((one, other) => one.name.localeCompare(other.name));

function Time({ label, value, onChange }) {
  return (
    <TextField
      label={label}
      type="datetime-local"
      value={toLocal(value)}
      onChange={(local) => onChange(fromLocal(local))}
    />
  );
}

/** Who acted, in whosever name: found by name or address by those who may read users, else by the id. */
function Person({ who, value, name, mayFind, onChange }) {
  const { say } = useWords();
  const [found, setFound] = useState();
  if (!mayFind) return <TextField label={say(`pages.audit.${who}Id`)} value={value} onChange={onChange} />;
  if (value === '')
    return (
      <PersonPicker
        page="audit"
        label={say(`pages.audit.${who}`)}
        onChoose={(person) => {
          setFound(person);
          onChange(person.id);
        }}
      />
    );
  return (
    <div className="p-field">
      <span className="p-field-name">{say(`pages.audit.${who}`)}</span>
      <span className="p-audit-person">
        <span className="p-break">{found?.email ?? name ?? value}</span>
        <Button kind="quiet" icon="X" label={say('pages.audit.anyPerson')} onClick={() => onChange('')} />
      </span>
    </div>
  );
}
