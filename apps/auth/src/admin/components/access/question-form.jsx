import React, { useId, useState } from 'react';
import { Button } from '../kit/button.jsx';
import { useReading } from '../kit/use-reading.js';
import { useWords } from '../kit/words.js';
import { Field, Select, TextField } from './field.jsx';

/** A moment as its field wants it, in the time of the browser. */
function localMoment(at) {
  if (!at) return '';
  const date = new Date(at);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/**
 * Asks about a permission: of which team, and at which moment.
 *
 * @param asked - what the address says now
 * @param onAsk - given permission, teamId and at
 */
export function QuestionForm({ page, asked, canAsk = true, onAsk, children }) {
  const { say } = useWords();
  const list = useId();
  const { data } = useReading(page, 'options');
  const [permission, setPermission] = useState(asked.permission);
  const [teamId, setTeamId] = useState(asked.teamId);
  const [at, setAt] = useState(localMoment(asked.at));
  const submit = (event) => {
    event.preventDefault();
    onAsk({ permission: permission.trim(), teamId, at: at === '' ? '' : new Date(at).toISOString() });
  };
  return (
    <form className="p-card p-stack" onSubmit={submit}>
      {children}
      <div className="p-form-row">
        <Field label={say('access.permission')}>
          {(id) => (
            <input
              id={id}
              list={list}
              required
              autoComplete="off"
              placeholder={say('access.permissionExample')}
              value={permission}
              onChange={(event) => setPermission(event.target.value)}
            />
          )}
        </Field>
        <datalist id={list}>
          {data?.permissions.map(({ name, description }) => (
            <option key={name} value={name} label={description} />
          ))}
        </datalist>
        <TextField label={say('access.at')} type="datetime-local" value={at} onChange={setAt} />
        {data?.teams.length > 0 && (
          <Select
            label={say('access.ofTeam')}
            options={data.teams}
            value={teamId}
            none={say('access.anyTeam')}
            onChange={setTeamId}
          />
        )}
        <Button type="submit" kind="primary" disabled={!canAsk}>
          {say('access.ask')}
        </Button>
      </div>
    </form>
  );
}

/** The question that stands in the address. */
export const questionIn = (params) => ({
  permission: params.get('permission') ?? '',
  teamId: params.get('teamId') ?? '',
  at: params.get('at') ?? '',
});

/** What is to stand in the address: whatever was said. */
export const said = (question) => Object.fromEntries(Object.entries(question).filter(([, value]) => value));
