import { userStatuses } from '../../modules/user/index.js';
import type { PanelField } from '../adminjs/panel-resource.types.js';
import { rules } from './field-rules.js';

/** The fields of a user. Roles need their own permissions beside those of users. */
export const userFields = (roleChoices: NonNullable<PanelField['choices']>): readonly PanelField[] => [
  {
    name: 'email',
    label: 'E-mail',
    places: ['list', 'show', 'new', 'edit'],
    sortable: true,
    isTitle: true,
    isRequired: true,
    rule: rules.email,
  },
  { name: 'search', label: 'E-mail or name contains', places: ['filter'] },
  {
    name: 'displayName',
    label: 'Display name',
    places: ['list', 'show', 'new', 'edit'],
    sortable: true,
    rule: rules.displayName,
  },
  { name: 'givenName', label: 'Given name', places: ['show', 'new', 'edit'], rule: rules.name },
  { name: 'familyName', label: 'Family name', places: ['show', 'new', 'edit'], rule: rules.name },
  { name: 'locale', label: 'Language', places: ['show', 'new', 'edit'], rule: rules.locale },
  {
    name: 'status',
    label: 'Status',
    places: ['list', 'show', 'filter'],
    values: userStatuses,
    tones: { active: 'success', disabled: 'danger' },
  },
  {
    name: 'password',
    label: 'Password',
    type: 'password',
    places: ['new'],
    rule: rules.password,
    description: 'At least 15 characters. Without one nobody can log in with a password.',
  },
  {
    name: 'newPassword',
    label: 'New password',
    type: 'password',
    places: ['edit'],
    rule: rules.password,
    writePermission: 'user:set_password',
    description: 'Leave it empty to keep the old one. A new one ends all sessions.',
  },
  { name: 'roleNames', label: 'Roles', type: 'set', places: ['show'], readPermission: 'role:read' },
  {
    name: 'roles',
    label: 'Roles',
    type: 'set',
    places: ['new', 'edit'],
    readPermission: 'role:read',
    writePermission: 'role:assign',
    choices: roleChoices,
  },
  { name: 'hasSecondFactor', label: 'Has a second factor', type: 'boolean', places: ['show'] },
  {
    name: 'effective',
    label: 'Effective permissions',
    type: 'set',
    places: ['show'],
    readPermission: 'role:read',
  },
  { name: 'createdAt', label: 'Created', type: 'datetime', places: ['list', 'show'], sortable: true },
  { name: 'lastLoginAt', label: 'Last login', type: 'datetime', places: ['list', 'show'] },
];
