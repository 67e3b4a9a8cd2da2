import type { PermissionName } from '@auth-service/authorization';

/**
 * Filled in by the file that `npx auth-service-permissions` writes: from then on the compiler knows every permission.
 *
 * @example
 * declare module '@auth-service/guard' {
 *   interface PermissionCatalogue { permission: 'deal:read' | 'deal:update' }
 * }
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- it is there to be merged with
export interface PermissionCatalogue {}

/** A permission: one of the catalogue where that is written, any `resource:action` else. */
export type Permission = PermissionCatalogue extends { permission: infer Known extends PermissionName }
  ? Known
  : PermissionName;
