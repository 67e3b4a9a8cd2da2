import type { User } from './user.entity.js';

/** What the audit log keeps of a user. */
export function auditedUser(user: User) {
  const { email, displayName, givenName, familyName, locale, status } = user;
  return { email, displayName, givenName, familyName, locale, status };
}
