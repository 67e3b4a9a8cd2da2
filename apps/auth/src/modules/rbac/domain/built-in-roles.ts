import type { PermissionName } from '@auth-service/authorization';

/** A role that exists from the start and cannot be changed. */
export interface BuiltInRole {
  readonly name: string;
  readonly description: string;
  readonly isDefault: boolean;
  readonly grants: readonly PermissionName[];
}

/** Holds everything, what will be registered in future too. */
export const SUPERUSER = 'superuser';

/** The roles of a new installation. */
export const builtInRoles: readonly BuiltInRole[] = [
  {
    name: SUPERUSER,
    description: 'May do everything, now and in future.',
    isDefault: false,
    grants: ['*:*'],
  },
  {
    name: 'administrator',
    description:
      'Manages users, sessions, roles and the catalogue in the panel, within what they hold themselves.',
    isDefault: false,
    grants: [
      'user:*',
      'invitation:*',
      'session:*',
      'role:*',
      'resource:*',
      'permission:*',
      'catalogue:*',
      'separation_of_duty:*',
      'authorization:*',
      'visibility_group:*',
      'team:*',
      'panel:*',
      'audit:*',
      'docs:*',
      'service_account:*',
      'api_key:*',
      'own_profile:*',
      'own_session:*',
      'own_api_key:*',
      'own_authenticator:*',
      'own_team:*',
      'authenticator:*',
    ],
  },
  {
    name: 'member',
    description: 'Everybody has it: sees and changes their own data, sessions, API keys and teams.',
    isDefault: true,
    grants: ['own_profile:*', 'own_session:*', 'own_api_key:*', 'own_authenticator:*', 'own_team:*'],
  },
];
