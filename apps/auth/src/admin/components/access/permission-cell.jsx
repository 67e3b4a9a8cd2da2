import React from 'react';
import { useWords } from '../kit/words.js';

/** The wildcard that brings a permission besides; undefined for none. */
const wildcardFor = ({ name, resource, action }, chosen) =>
  [`${resource}:*`, `*:${action}`, '*:*'].find((pattern) => pattern !== name && chosen.has(pattern));

/** One permission or wildcard of a role: whether the role itself holds it, and how else it comes to it. */
export function PermissionCell({ permission, chosen, inherited, isFixed, onToggle }) {
  const { say } = useWords();
  const { name, action, description, isDeprecated } = permission;
  const wildcard = wildcardFor(permission, chosen);
  const isInherited = inherited.has(name);
  const counts = chosen.has(name) || wildcard !== undefined || isInherited;
  const reasons = [
    wildcard !== undefined && say('access.byPattern', { pattern: wildcard }),
    isInherited && say('access.inherited'),
    isDeprecated && say('access.deprecated'),
  ].filter(Boolean);
  const label = [name, ...reasons].join(', ');
  return (
    <label
      className={`p-cell${counts ? ' p-cell-on' : ''}`}
      title={[label, description].filter(Boolean).join('\n')}
    >
      <input
        type="checkbox"
        aria-label={label}
        checked={chosen.has(name)}
        disabled={isFixed}
        onChange={() => onToggle(name)}
      />
      <span aria-hidden="true" className={`p-cell-name${isDeprecated ? ' p-cell-old' : ''}`}>
        {action}
      </span>
      {wildcard !== undefined && (
        <span aria-hidden="true" className="p-sign p-sign-wildcard">
          ∗
        </span>
      )}
      {isInherited && (
        <span aria-hidden="true" className="p-sign p-sign-inherited">
          ↑
        </span>
      )}
    </label>
  );
}
