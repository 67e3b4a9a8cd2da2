import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { AuditEvent } from '../../../audit/index.js';
import { DeletionUndos } from './deletion-undos.js';
import { GroupUndos } from './group-undos.js';
import { RoleUndos } from './role-undos.js';
import { TeamUndos } from './team-undos.js';
import type { Undo, UndoOf } from './undo.js';

/** The changes that can be taken back. */
@Injectable()
export class Undos {
  private readonly kinds: ReadonlyMap<string, UndoOf>;

  constructor(roles: RoleUndos, teams: TeamUndos, groups: GroupUndos, deletions: DeletionUndos) {
    this.kinds = new Map(
      Object.entries({ ...roles.kinds, ...teams.kinds, ...groups.kinds, ...deletions.kinds }),
    );
  }

  /** How an event is taken back; null when it is not: what never happened, and what was made. */
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
