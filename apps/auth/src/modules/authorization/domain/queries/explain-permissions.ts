import { Injectable } from '@nestjs/common';
import { explain, type PathStep, type PermissionName, splitPermission } from '@auth-service/authorization';
import { assertThat } from '../../../../core/errors/index.js';
import { AuthorizationState, type Standing } from '../authorization-state.js';

/** A permission that somebody holds, and the shortest way to it. */
export interface PermissionOrigin {
  readonly permission: PermissionName;
  /** For the resources of this team alone; null: everywhere. */
  readonly teamId: string | null;
  readonly path: readonly PathStep[];
}

/** What somebody may do and where each of it comes from. */
@Injectable()
export class ExplainPermissions {
  constructor(private readonly state: AuthorizationState) {}

  /**
   * @param search - part of the permissions' names
   * @param limit - of those that are explained; all are counted
   * @throws AppError `not_found`
   */
  async execute(
    userId: string,
    { search, limit }: { readonly search: string; readonly limit: number },
  ): Promise<{ readonly items: readonly PermissionOrigin[]; readonly total: number }> {
    const standing = await this.state.get(userId);
    assertThat(standing !== null, 'not_found');
    const wanted = search.trim().toLowerCase();
    const held = [...heldBy(standing)].filter(({ permission }) => permission.includes(wanted));
    const at = this.state.now();
    return {
      items: held.slice(0, limit).map((entry) => ({ ...entry, path: pathTo(standing, entry, at) })),
      total: held.length,
    };
  }
}

type Held = Omit<PermissionOrigin, 'path'>;

/** Each permission in alphabetical order, what holds everywhere first. */
function* heldBy({ access }: Standing): Generator<Held> {
  for (const permission of access.permissions.toSortedArray()) yield { permission, teamId: null };
  for (const [teamId, permissions] of access.inTeams) {
    for (const permission of permissions.toSortedArray())
      if (!access.permissions.has(permission)) yield { permission, teamId };
  }
}

function pathTo({ model, subject }: Standing, { permission, teamId }: Held, at: number): readonly PathStep[] {
  const { resource: type, action } = splitPermission(permission);
  const question = { type, action, ...(teamId !== null && { teamId }) };
  return explain(model, subject, question, at).path ?? [];
}
