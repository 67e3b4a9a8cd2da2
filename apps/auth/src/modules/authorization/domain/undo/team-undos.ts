import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { PreviewedChange } from '../previews/previewed-change.js';
import { UndoStateRepository } from './undo-state.repository.js';
import { givenRole, naming, sorted, type Undo, type UndoOf } from './undo.js';

const carried = givenRole.extend({ teamScoped: z.boolean() });
const member = z.object({ userId: z.uuid(), isManager: z.boolean() });
type Member = z.output<typeof member>;

/** How changes of teams are taken back: of who is in them and of what they carry. */
@Injectable()
export class TeamUndos {
  readonly kinds: Readonly<Record<string, UndoOf>>;

  constructor(private readonly state: UndoStateRepository) {
    const role: UndoOf = ({ subjectId, before, after }) =>
      this.carriedRole(subjectId, carried.nullable().parse(before), carried.nullable().parse(after));
    const left: UndoOf = ({ subjectId, before }) => this.gone(subjectId, [member.parse(before)]);
    const manager: UndoOf = ({ subjectId, after }) => this.manager(subjectId, member.parse(after));
    this.kinds = {
      'team.updated': ({ subjectId: teamId, before, after }) =>
        teamId === null
          ? null
          : {
              left: naming.parse(after),
              now: () => this.state.namingOf('teams', teamId),
              changes: [{ change: 'update_team', teamId, ...naming.parse(before) }],
            },
      'team.role_assigned': role,
      'team.role_revoked': role,
      'team.members_added': ({ subjectId, after }) =>
        this.come(subjectId, z.object({ userIds: z.array(z.uuid()) }).parse(after).userIds),
      'team.members_removed': ({ subjectId, before }) =>
        this.gone(subjectId, z.object({ members: z.array(member) }).parse(before).members),
      'team.member_removed': left,
      'team.member_left': left,
      'team.manager_added': manager,
      'team.manager_removed': manager,
    };
  }

  private carriedRole(
    teamId: string | null,
    before: z.output<typeof carried> | null,
    after: z.output<typeof carried> | null,
  ): Undo | null {
    const roleId = before?.roleId ?? after?.roleId;
    if (teamId === null || roleId === undefined) return null;
    return {
      left: after && terms(after),
      now: async () => {
        const now = await this.state.carriedRole(teamId, roleId);
        return now && terms(now);
      },
      changes: [
        before === null
          ? { change: 'revoke_role_from_team', teamId, roleId }
          : { change: 'assign_role_to_team', teamId, roleId, ...terms(before) },
      ],
    };
  }

  private come(teamId: string | null, userIds: readonly string[]): Undo | null {
    return this.members(
      teamId,
      userIds,
      userIds.map((userId) => ({ userId, isManager: false })),
      [{ change: 'remove_team_members', userIds }],
    );
  }

  private gone(teamId: string | null, members: readonly Member[]): Undo | null {
    const userIds = members.map(({ userId }) => userId);
    const managers = members.filter(({ isManager }) => isManager);
    return this.members(
      teamId,
      userIds,
      [],
      [
        { change: 'add_team_members', userIds },
        ...managers.map(({ userId }) => ({ change: 'add_team_manager' as const, userId })),
      ],
    );
  }

  private manager(teamId: string | null, { userId, isManager }: Member): Undo | null {
    return this.members(
      teamId,
      [userId],
      [{ userId, isManager }],
      [{ change: isManager ? 'remove_team_manager' : 'add_team_manager', userId }],
    );
  }

  private members(
    teamId: string | null,
    userIds: readonly string[],
    left: readonly Member[],
    changes: readonly PreviewedChange[],
  ): Undo | null {
    if (teamId === null || userIds.length === 0) return null;
    return {
      left: sorted(left.map(shown)),
      now: async () => {
        const now = await this.state.membersAmong(teamId, userIds);
        return now && sorted(now.map(shown));
      },
      changes: changes.map((change) => ({ ...change, teamId })),
    };
  }
}

const terms = ({ teamScoped, validFrom, validUntil }: Omit<z.output<typeof carried>, 'roleId'>) => ({
  teamScoped,
  validFrom,
  validUntil,
});

const shown = ({ userId, isManager }: Member): Member => ({ userId, isManager });
