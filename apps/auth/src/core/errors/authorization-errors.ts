import type { ErrorDefinition } from './error-definition.js';

/** What can be wrong with a change of roles, teams and groups; each names the rule. */
export const authorizationErrors = {
  invalid_window: {
    status: 400,
    title: 'The time ends before it begins',
    advice: 'Let `validUntil` be later than `validFrom`, and later than now.',
  },
  invalid_level: {
    status: 400,
    title: 'There is no such visibility level',
    advice: 'Take 1 (owner), 3 (group), 5 (group and below) or 7 (everyone).',
  },
  escalation_refused: {
    status: 403,
    title: 'This would give rights beyond your own',
    advice: 'Ask somebody who holds the permissions named in `detail`.',
  },
  grant_outlives_own: {
    status: 403,
    title: 'This would last longer than your own rights',
    advice: 'Let it end no later than what you hold yourself, or ask somebody who holds it for good.',
  },
  last_superuser: {
    status: 409,
    title: 'The last superuser has to stay',
    advice: 'Make another superuser first.',
  },
  cannot_undo: {
    status: 409,
    title: 'This change cannot be taken back',
    advice: 'Look at what is there now, and change it by hand.',
  },
  system_role: {
    status: 409,
    title: 'A built-in role cannot be changed',
    advice: 'Make a role of your own instead.',
  },
  revision_gone: {
    status: 410,
    title: 'What changed since then is forgotten',
    advice: 'Read a whole snapshot, then follow the changes from its revision.',
  },
  hierarchy_cycle: {
    status: 409,
    title: 'It would be above itself',
    advice: 'Take away one of the steps named in `detail` first.',
  },
  hierarchy_too_deep: {
    status: 409,
    title: 'The hierarchy would be too deep',
    advice: 'Hang it nearer to the top; `detail` names the limit.',
  },
  separation_of_duty: {
    status: 409,
    title: 'Nobody may have these roles together',
    advice: 'Take one of the roles away first; `detail` names the rule.',
  },
  default_group: {
    status: 409,
    title: 'The default group has to stay',
    advice: 'Everybody without a group of their own is in it.',
  },
} as const satisfies Record<string, ErrorDefinition>;
