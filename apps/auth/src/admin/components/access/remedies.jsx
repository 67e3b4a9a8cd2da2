import React from 'react';
import { Link } from 'react-router-dom';
import { Moment } from '../kit/moment.jsx';
import { panelPath } from '../kit/paths.js';
import { useWords } from '../kit/words.js';

/** What would turn a denial, the least first. */
export function Remedies({ remedies }) {
  const { say } = useWords();
  if (remedies.length === 0) return null;
  return (
    <div>
      <h3>{say('access.remedies.title')}</h3>
      <ul className="p-lines">
        {remedies.map((remedy, index) => (
          <li key={index}>
            <Remedy {...remedy} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Remedy({ type, name, permission, level, roleId, teamId, validFrom }) {
  const { say } = useWords();
  const page = roleId ? ['/pages/role', roleId] : teamId && ['/pages/team', teamId];
  return (
    <span>
      {say(`access.remedies.${type}`, { permission, level })}{' '}
      {page && <Link to={panelPath(page[0], { id: page[1] })}>{name}</Link>}{' '}
      {validFrom && <Moment at={validFrom} />}
    </span>
  );
}
