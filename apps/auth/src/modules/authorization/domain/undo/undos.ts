import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { AuditEvent } from '../../../audit/index.js';
import { GroupUndos } from './group-undos.js';
import { RoleUndos } from './role-undos.js';
import { TeamUndos } from './team-undos.js';
import type { Undo, UndoOf } from './undo.js';

/** The changes that can be taken back. */
@Injectable()
export class Undos {
  private readonly kinds: ReadonlyMap<string, UndoOf>;

  constructor(roles: RoleUndos, teams: TeamUndos, groups: GroupUndos) {
    this.kinds = new Map(Object.entries({ ...roles.kinds, ...teams.kinds, ...groups.kinds }));
  }

  /** How an event is taken back; null when it is not: what never happened, deletions, names. */
  of(event: AuditEvent): Undo | null {
    if (event.outcome !== 'success') return null;
    try {
      return this.kinds.get(event.action)?.(event) ?? null;
    } catch (error) {
      // An older release has kept something else of it.
      if (error instanceof z.ZodError) return null;
      throw error;
    }
  }
}
