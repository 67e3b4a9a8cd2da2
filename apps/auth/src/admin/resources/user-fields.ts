import { userStatuses } from '../../modules/user/index.js';
import type { PanelField } from '../adminjs/panel-resource.types.js';
import { rules } from './field-rules.js';

/** The fields of a user. Roles need their own permissions beside those of users. */
export const userFields = (roleChoices: NonNullable<PanelField['choices']>): readonly PanelField[] => [
  {
    name: 'email',
    places: ['list', 'show', 'new', 'edit'],
    sortable: true,
    isTitle: true,
    isRequired: true,
    rule: rules.email,
  },
  { name: 'search', places: ['filter'] },
  {
    name: 'displayName',
    places: ['list', 'show', 'new', 'edit'],
    sortable: true,
    rule: rules.displayName,
  },
  { name: 'givenName', places: ['show', 'new', 'edit'], rule: rules.name },
  { name: 'familyName', places: ['show', 'new', 'edit'], rule: rules.name },
  { name: 'locale', places: ['show', 'new', 'edit'], rule: rules.locale },
  {
    name: 'status',
    places: ['list', 'show', 'filter'],
    values: userStatuses,
    tones: { active: 'success', disabled: 'danger' },
  },
  {
    name: 'password',
    type: 'password',
    places: ['new'],
    rule: rules.password,
  },
  {
    name: 'newPassword',
    type: 'password',
    places: ['edit'],
    rule: rules.password,
    writePermission: 'user:set_password',
  },
  { name: 'roleNames', type: 'set', places: ['show'], readPermission: 'role:read' },
  {
    name: 'roles',
    type: 'set',
    places: ['new', 'edit'],
    readPermission: 'role:read',
    writePermission: 'role:assign',
    choices: roleChoices,
  },
  { name: 'hasSecondFactor', type: 'boolean', places: ['show'] },
  {
    name: 'effective',
    type: 'set',
    places: ['show'],
    readPermission: 'role:read',
  },
  { name: 'createdAt', type: 'datetime', places: ['list', 'show'], sortable: true },
  { name: 'lastLoginAt', type: 'datetime', places: ['list', 'show'] },
];
