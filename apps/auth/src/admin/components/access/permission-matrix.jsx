import React, { useMemo, useState } from 'react';
import { useWords } from '../kit/words.js';
import { TextField } from './field.jsx';
import { PermissionCell } from './permission-cell.jsx';

/** An action that so many resources have gets a column of its own, and so many columns there are at most. */
const SHARED = 3;
const COLUMNS = 5;

/** The actions with columns of their own, the most frequent first, and per resource what else there is. */
function arrange(catalogue) {
  const byResource = Map.groupBy(catalogue, ({ resource }) => resource);
  const byAction = Map.groupBy(catalogue, ({ action }) => action);
  const columns = [...byAction]
    .filter(([, permissions]) => permissions.length >= SHARED)
    .sort(([, one], [, other]) => other.length - one.length)
    .slice(0, COLUMNS)
    .map(([action]) => action);
  const rows = [...byResource].map(([resource, permissions]) => ({
    resource,
    shared: columns.map((action) => permissions.find((permission) => permission.action === action)),
    others: permissions.filter(({ action }) => !columns.includes(action)),
  }));
  return { columns, rows: rows.sort((one, other) => one.resource.localeCompare(other.resource)) };
}

/**
 * Resources below one another, actions beside one another. A wildcard is a cell of its own; what it brings, and what is
 * inherited, is marked where it counts.
 */
export function PermissionMatrix({ catalogue, inherited, chosen, isFixed, onToggle }) {
  const { say } = useWords();
  const [search, setSearch] = useState('');
  const { columns, rows } = useMemo(() => arrange(catalogue), [catalogue]);
  const wanted = search.trim().toLowerCase();
  const shown = rows.filter(({ resource, others }) =>
    [resource, ...others.map(({ action }) => action)].some((text) => text.includes(wanted)),
  );
  const cell = (permission) =>
    permission && (
      <PermissionCell
        key={permission.name}
        permission={permission}
        chosen={chosen}
        inherited={inherited}
        isFixed={isFixed}
        onToggle={onToggle}
      />
    );
  const wildcard = (resource, action) => cell({ name: `${resource}:${action}`, resource, action });
  const strange = [...chosen].filter((pattern) => isStrange(pattern, catalogue, columns));

  return (
    <div className="p-stack">
      <TextField label={say('access.filterResources')} type="search" value={search} onChange={setSearch} />
      <p className="p-legend">
        <span className="p-sign p-sign-wildcard">∗</span> {say('access.byWildcard')}
        <span className="p-sign p-sign-inherited">↑</span> {say('access.inherited')}
      </p>
      <div className="p-scroll" tabIndex={0} role="region" aria-label={say('access.matrix')}>
        <table className="p-table p-matrix">
          <caption className="p-hidden">{say('access.matrix')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('access.resource')}</th>
              <th scope="col" title={say('access.everyActionHint')}>
                {say('access.everyAction')}
              </th>
              {columns.map((action) => (
                <th scope="col" key={action}>
                  {action}
                </th>
              ))}
              <th scope="col">{say('access.otherActions')}</th>
            </tr>
          </thead>
          <tbody>
            <tr className="p-matrix-every">
              <th scope="row">{say('access.everyResource')}</th>
              <td>{wildcard('*', '*')}</td>
              {columns.map((action) => (
                <td key={action}>{wildcard('*', action)}</td>
              ))}
              <td>
                <div className="p-matrix-others">
                  {strange.map((name) => cell({ name, resource: '', action: name }))}
                </div>
              </td>
            </tr>
            {shown.map(({ resource, shared, others }) => (
              <tr key={resource}>
                <th scope="row">
                  <code>{resource}</code>
                </th>
                <td>{wildcard(resource, '*')}</td>
                {shared.map((permission, index) => (
                  <td key={columns[index]}>{cell(permission)}</td>
                ))}
                <td>
                  <div className="p-matrix-others">{others.map(cell)}</div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

/** What is held and has no cell, such as a wildcard over an action without a column. */
function isStrange(pattern, catalogue, columns) {
  const [resource, action] = pattern.split(':');
  if (resource === '*') return action !== '*' && !columns.includes(action);
  return !catalogue.some((permission) =>
    action === '*' ? permission.resource === resource : permission.name === pattern,
  );
}
