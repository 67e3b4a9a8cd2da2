import type { PermissionName } from '@auth-service/authorization';

/**
 * Tells whether an API key or a service account may hold a permission. What is one's own (password, e-mail address,
 * sessions, API keys: the resources `own_…`) is changed by a person who has logged in, so that a key that was found can
 * neither lock its owner out nor multiply. Reading is another matter. Nor does a key act in somebody else's name.
 */
export function isDelegable(permission: PermissionName): boolean {
  return permission !== IMPERSONATE && (!isOwn(permission) || permission.endsWith(':read'));
}

/** Who holds it may act in the name of others, within their own rights. */
export const IMPERSONATE = 'user:impersonate';

/** Tells whether a permission is about one's own data alone. */
export const isOwn = (permission: PermissionName): boolean => permission.startsWith('own_');
