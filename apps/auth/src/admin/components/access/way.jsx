import { Icon } from '@adminjs/design-system';
import React from 'react';
import { Link } from 'react-router-dom';
import { Moment } from '../kit/moment.jsx';
import { panelPath } from '../kit/paths.js';
import { useWords } from '../kit/words.js';

/** The way on which somebody comes to a permission, step by step. */
export function Way({ steps, email }) {
  return (
    <ol className="p-path">
      {steps.map((step, index) => (
        <li key={index}>
          {index > 0 && <Icon icon="ChevronRight" size={14} />}
          <Step step={step} email={email} />
        </li>
      ))}
    </ol>
  );
}

function Step({ step, email }) {
  const { say } = useWords();
  if (step.type === 'user') return <span>{email}</span>;
  if (step.type === 'default') return <span>{say('access.way.default')}</span>;
  if (step.type === 'team')
    return (
      <span>
        {say('access.way.team')} <Link to={panelPath('/pages/team', { id: step.id })}>{step.name}</Link>
        {step.teamScoped && ` (${say('access.teamScoped')})`}
      </span>
    );
  if (step.type === 'role')
    return (
      <span>
        {say('access.way.role')} <Link to={panelPath('/pages/role', { id: step.id })}>{step.name}</Link>
        {step.validUntil != null && (
          <>
            {' '}
            ({say('access.until')} <Moment at={step.validUntil} />)
          </>
        )}
      </span>
    );
  return <code>{step.pattern === step.name ? step.name : `${step.pattern} → ${step.name}`}</code>;
}
