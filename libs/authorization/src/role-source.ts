import type { AuthorizationModel } from './authorization-model.js';
import type { PermissionName } from './permission-name.js';
import type { SubjectRecord } from './records.js';
import type { ValidityWindow } from './validity-window.js';

/** One step on the way from a user to a permission. */
export type PathStep =
  | { readonly type: 'user'; readonly id: string }
  | { readonly type: 'default' }
  | { readonly type: 'team'; readonly id: string; readonly name: string; readonly teamScoped: boolean }
  | {
      readonly type: 'role';
      readonly id: string;
      readonly name: string;
      /** Milliseconds since 1970; null: for good. Absent where the role is inherited. */
      readonly validUntil?: number | null;
    }
  | {
      readonly type: 'permission';
      readonly name: PermissionName;
      /** What the role or grant names: the permission itself or a wildcard. */
      readonly pattern: PermissionName;
    };

/** One way in which a subject has a role. */
export interface RoleSource extends ValidityWindow {
  readonly roleId: string;
  readonly steps: readonly PathStep[];
  /** The team for whose resources alone it holds. */
  readonly teamId?: string;
}

/** Every way in which a subject has a role, whether its window is open or not. */
export function sourcesOf(model: AuthorizationModel, subject: SubjectRecord): RoleSource[] {
  const user: PathStep = { type: 'user', id: subject.id };
  const always = { validFrom: -Infinity, validUntil: null };
  return [
    ...subject.roles.map((grant) => ({ ...grant, steps: [user] })),
    ...subject.teams.flatMap((teamId) =>
      (model.teams.get(teamId)?.roles ?? []).map((grant) => ({
        ...grant,
        ...(grant.teamScoped ? { teamId } : {}),
        steps: [
          user,
          {
            type: 'team' as const,
            id: teamId,
            name: model.teams.get(teamId)?.name ?? teamId,
            teamScoped: grant.teamScoped,
          },
        ],
      })),
    ),
    ...[...model.roles.values()]
      .filter(({ isDefault }) => isDefault)
      .map(({ id }) => ({ ...always, roleId: id, steps: [user, { type: 'default' as const }] })),
  ];
}
