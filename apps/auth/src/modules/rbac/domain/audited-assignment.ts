import type { UserWindow } from './role-assignment.repository.js';
import type { Role } from './role.entity.js';

/** What the audit log tells of a role that a user has; whose it is, the event says. */
export const auditedAssignment = (
  { id, name }: Pick<Role, 'id' | 'name'>,
  { userId: _, ...window }: UserWindow,
) => ({ roleId: id, role: name, ...window });
