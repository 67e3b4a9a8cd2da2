import type { UserWindow } from './role-assignment.repository.js';
import type { Role } from './role.entity.js';

/** What the audit log tells of a role that a user has; whose it is, the event says. */
export const auditedAssignment = (role: Pick<Role, 'name'>, { userId: _, ...assignment }: UserWindow) => ({
  role: role.name,
  ...assignment,
});

/** The same of many roles of one user. */
export function auditedAssignments(
  roles: readonly Pick<Role, 'id' | 'name'>[],
  assignments: readonly UserWindow[],
) {
  const names = new Map(roles.map(({ id, name }) => [id, name]));
  return assignments.map(({ userId: _, ...assignment }) => ({
    role: names.get(assignment.roleId),
    ...assignment,
  }));
}
