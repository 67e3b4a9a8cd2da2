import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { AppError } from '../../../../core/errors/index.js';
import { GetRole, type RoleView } from '../../../rbac/index.js';
import type { PreviewedChange } from '../previews/previewed-change.js';
import { type HeldRole, UndoStateRepository } from './undo-state.repository.js';
import { givenRole, grouped, ids, naming, sorted, type Undo, type UndoOf } from './undo.js';

const ofUser = givenRole.nullable();
const ofUserRoles = z.array(givenRole).nullable();
const ofRoleUsers = z
  .object({ assignments: z.array(givenRole.extend({ userId: z.uuid() })) })
  .nullable()
  .transform((kept) => kept?.assignments ?? []);
const factor = z.object({ requiresSecondFactor: z.boolean() });

/** How changes of roles and of who has them are taken back. */
@Injectable()
export class RoleUndos {
  readonly kinds: Readonly<Record<string, UndoOf>>;

  constructor(
    private readonly getRole: GetRole,
    private readonly state: UndoStateRepository,
  ) {
    const one: UndoOf = ({ subjectId, before, after }) =>
      this.assignments(
        held(
          subjectId,
          [ofUser.parse(before)].filter((kept) => kept !== null),
        ),
        held(
          subjectId,
          [ofUser.parse(after)].filter((kept) => kept !== null),
        ),
      );
    const manyRoles: UndoOf = ({ subjectId, before, after }) =>
      this.assignments(
        held(subjectId, ofUserRoles.parse(before) ?? []),
        held(subjectId, ofUserRoles.parse(after) ?? []),
      );
    const manyUsers: UndoOf = ({ before, after }) =>
      this.assignments(ofRoleUsers.parse(before), ofRoleUsers.parse(after));
    this.kinds = {
      'role.permissions_set': ({ subjectId, before, after }) =>
        this.ofRole(subjectId, ({ permissions }) => sorted(permissions), sorted(ids.parse(after)), {
          change: 'set_role_permissions',
          permissions: ids.parse(before),
        }),
      'role.parents_set': ({ subjectId, before, after }) =>
        this.ofRole(subjectId, ({ parentIds }) => sorted(parentIds), sorted(ids.parse(after)), {
          change: 'set_role_parents',
          parentIds: ids.parse(before),
        }),
      'role.updated': ({ subjectId, before, after }) => {
        const [was, is] = [factor.safeParse(before), factor.safeParse(after)];
        if (!was.success || !is.success)
          return this.ofRole(subjectId, (role) => naming.parse(role), naming.parse(after), {
            change: 'update_role',
            ...naming.parse(before),
          });
        return this.ofRole(
          subjectId,
          ({ requiresSecondFactor }) => requiresSecondFactor,
          is.data.requiresSecondFactor,
          { change: 'set_role_second_factor', required: was.data.requiresSecondFactor },
        );
      },
      'role.assigned': one,
      'role.revoked': one,
      'user.roles_assigned': manyRoles,
      'user.roles_revoked': manyRoles,
      'role.assigned_to_users': manyUsers,
      'role.revoked_from_users': manyUsers,
    };
  }

  private ofRole(
    roleId: string | null,
    part: (role: RoleView) => unknown,
    left: unknown,
    change: PreviewedChange,
  ): Undo | null {
    if (roleId === null) return null;
    const now = () => this.getRole.execute(roleId).then(part, unlessGone);
    return { left, now, changes: [{ ...change, roleId }] };
  }

  /** Who has them gets back what they had, the others have them no longer. */
  private assignments(before: readonly HeldRole[], after: readonly HeldRole[]): Undo | null {
    const all = [...before, ...after];
    if (all.length === 0) return null;
    const of = (key: 'roleId' | 'userId') => [...new Set(all.map((row) => row[key]))];
    const gained = after.filter(
      ({ roleId, userId }) => !before.some((row) => row.roleId === roleId && row.userId === userId),
    );
    return {
      left: sorted(after.map(shown)),
      now: async () => sorted((await this.state.heldRoles(of('roleId'), of('userId'))).map(shown)),
      changes: [
        ...grouped(gained, ({ roleId }) => roleId).map((rows) => ({
          change: 'revoke_role' as const,
          roleId: rows[0].roleId,
          userIds: rows.map(({ userId }) => userId),
        })),
        ...grouped(before, ({ userId: _, ...terms }) => shown({ userId: '', ...terms })).map((rows) => ({
          change: 'assign_role' as const,
          roleId: rows[0].roleId,
          userIds: rows.map(({ userId }) => userId),
          validFrom: rows[0].validFrom,
          validUntil: rows[0].validUntil,
        })),
      ],
    };
  }
}

const held = (userId: string | null, given: readonly z.output<typeof givenRole>[]): HeldRole[] =>
  userId === null ? [] : given.map((row) => ({ ...row, userId }));

const shown = ({ roleId, userId, validFrom, validUntil }: HeldRole) => ({
  roleId,
  userId,
  validFrom,
  validUntil,
});

const unlessGone = (error: unknown): undefined => {
  if (error instanceof AppError && error.code === 'not_found') return undefined;
  throw error;
};
