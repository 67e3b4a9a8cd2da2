const PART = '[a-z][a-z0-9_]*';
const NAME = new RegExp(`^${PART}:${PART}$`);
const PATTERN = new RegExp(`^(?:${PART}|\\*):(?:${PART}|\\*)$`);

/** The longest permission name accepted, in characters: two parts of at most 64 and a colon. */
export const MAX_PERMISSION_NAME_LENGTH = 129;

/** A permission's full name, `resource:action`, for example `deal:read`. */
export type PermissionName = `${string}:${string}`;

/** The two parts of a permission's name or of a wildcard pattern. */
export interface PermissionParts {
  readonly resource: string;
  readonly action: string;
}

/**
 * Tells whether a text is a permission's full name, without wildcards.
 *
 * @param text - any text
 * @returns true for `deal:read`; false for `deal:*`, `Deal:read`, `deal`
 * @example isPermissionName('deal:*') // false
 */
export function isPermissionName(text: string): text is PermissionName {
  return text.length <= MAX_PERMISSION_NAME_LENGTH && NAME.test(text);
}

/**
 * Tells whether a text is a permission's name or a wildcard pattern. A wildcard replaces a whole part.
 *
 * @param text - any text
 * @returns true for `deal:read`, `deal:*`, `*:read`, `*:*`; false for `de*:read`
 * @example isPermissionPattern('deal:*') // true
 */
export function isPermissionPattern(text: string): text is PermissionName {
  return text.length <= MAX_PERMISSION_NAME_LENGTH && PATTERN.test(text);
}

/**
 * Tells whether a name or pattern holds a wildcard.
 *
 * @example isWildcard('deal:*') // true
 */
export function isWildcard(pattern: PermissionName): boolean {
  return pattern.includes('*');
}

/**
 * Splits a name or pattern at its colon.
 *
 * @param pattern - a text for which {@link isPermissionPattern} holds
 * @throws RangeError when it doesn't hold
 * @example splitPermission('deal:read') // { resource: 'deal', action: 'read' }
 */
export function splitPermission(pattern: string): PermissionParts {
  if (!isPermissionPattern(pattern)) {
    throw new RangeError(`not a permission: ${JSON.stringify(pattern)}`);
  }
  const colon = pattern.indexOf(':');
  return { resource: pattern.slice(0, colon), action: pattern.slice(colon + 1) };
}

/**
 * Tells whether a pattern stands for a permission, or for all that a narrower pattern stands for.
 *
 * @example matchesPermission('deal:*', 'deal:read') // true
 */
export function matchesPermission(pattern: PermissionName, name: PermissionName): boolean {
  if (pattern === name) return true;
  const wanted = splitPermission(pattern);
  const given = splitPermission(name);
  return (
    (wanted.resource === '*' || wanted.resource === given.resource) &&
    (wanted.action === '*' || wanted.action === given.action)
  );
}
