import React, { useDeferredValue, useEffect, useState } from 'react';
import { Button } from '../../kit/button.jsx';
import { readPage } from '../../kit/request.js';
import { StatusMark } from '../../kit/status-mark.jsx';
import { Empty, Loading, ProblemBox } from '../../kit/states.jsx';
import { useWords } from '../../kit/words.js';

/** Reads users page after page, from the beginning when the question changes. */
function useUsers(question) {
  const [state, setState] = useState({ items: [], cursor: null, isLoading: true });
  const key = JSON.stringify(question);
  const read = async (before, cursor, signal) => {
    setState({ ...before, isLoading: true });
    try {
      const page = await readPage('many-users', 'list', { ...JSON.parse(key), cursor }, { signal });
      setState({ items: [...before.items, ...page.items], cursor: page.nextCursor, isLoading: false });
    } catch (problem) {
      if (!signal?.aborted) setState({ ...before, problem, isLoading: false });
    }
  };
  useEffect(() => {
    const controller = new AbortController();
    void read({ items: [], cursor: null }, undefined, controller.signal);
    return () => controller.abort();
  }, [key]);
  return {
    ...state,
    readMore: () => read(state, state.cursor),
    retry: () => read({ items: [], cursor: null }),
  };
}

/** A list of users with a box at each; who was chosen stays chosen when the search changes. */
export function Choosing({ chosen, onChoose }) {
  const { say } = useWords();
  const [search, setSearch] = useState('');
  const [status, setStatus] = useState('');
  const users = useUsers({ search: useDeferredValue(search), status });
  const label = (name, values) => say(`pages.many-users.${name}`, values);

  const choose = (wanted, isChosen) => {
    const next = new Map(chosen);
    for (const user of wanted) isChosen ? next.set(user.id, user) : next.delete(user.id);
    onChoose(next);
  };
  return (
    <>
      <div className="p-picker">
        <div className="p-field">
          <label htmlFor="many-search">{label('search')}</label>
          <input
            id="many-search"
            type="search"
            value={search}
            onChange={({ target }) => setSearch(target.value)}
          />
        </div>
        <div className="p-field">
          <label htmlFor="many-status">{label('status')}</label>
          <select id="many-status" value={status} onChange={({ target }) => setStatus(target.value)}>
            <option value="">{label('anyStatus')}</option>
            <option value="active">{say('values.status.active')}</option>
            <option value="disabled">{say('values.status.disabled')}</option>
          </select>
        </div>
      </div>
      {users.problem && <ProblemBox problem={users.problem} onRetry={users.retry} />}
      {users.items.length > 0 && <Table users={users.items} chosen={chosen} onChoose={choose} />}
      {users.items.length === 0 && users.isLoading && <Loading />}
      {users.items.length === 0 && !users.isLoading && !users.problem && <Empty text={label('noneFound')} />}
      {users.cursor && (
        <Button disabled={users.isLoading} onClick={users.readMore}>
          {say('kit.more')}
        </Button>
      )}
    </>
  );
}

function Table({ users, chosen, onChoose }) {
  const { say } = useWords();
  const label = (name, values) => say(`pages.many-users.${name}`, values);
  return (
    <div className="p-scroll" role="region" aria-label={label('users')} tabIndex={0}>
      <table className="p-table">
        <thead>
          <tr>
            <th scope="col">
              <input
                type="checkbox"
                aria-label={label('chooseAll')}
                checked={users.every(({ id }) => chosen.has(id))}
                onChange={({ target }) => onChoose(users, target.checked)}
              />
            </th>
            <th scope="col">{label('email')}</th>
            <th scope="col">{label('name')}</th>
            <th scope="col">{label('status')}</th>
          </tr>
        </thead>
        <tbody>
          {users.map((user) => (
            <tr key={user.id}>
              <td>
                <input
                  type="checkbox"
                  aria-label={label('choose', { email: user.email })}
                  checked={chosen.has(user.id)}
                  onChange={({ target }) => onChoose([user], target.checked)}
                />
              </td>
              <td>{user.email}</td>
              <td>{user.displayName}</td>
              <td>
                <StatusMark field="status" value={user.status} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
