import {
  type Access,
  type AssuranceLevel,
  type AuthorizationModel,
  type AuthorizationReplica,
  type SubjectRecord,
} from '@auth-service/authorization';
import { Injectable } from '@nestjs/common';
import { Knowledge } from '../following/knowledge.js';
import type { VisibilityScope } from '../visibility/visibility-scope.js';

/** Users remembered at most, for each level. */
const MAX_REMEMBERED = 50_000;

/** What follows for a user, at a level of assurance, from a revision. */
export interface Standing {
  readonly replica: AuthorizationReplica;
  readonly model: AuthorizationModel;
  readonly subject: SubjectRecord;
  readonly access: Access;
  /** What they see, by type, as far as it was asked for. */
  readonly scopes: Map<string, VisibilityScope>;
}

interface Remembered {
  readonly standing: Standing;
  readonly rev: number;
}

/** Works out what users may do, and remembers it until something changes or a grant begins or ends. */
@Injectable()
export class Standings {
  private readonly remembered: Readonly<Record<AssuranceLevel, Map<string, Remembered>>> = {
    aal1: new Map(),
    aal2: new Map(),
  };

  constructor(private readonly knowledge: Knowledge) {}

  /** @throws Error before the first snapshot */
  of(userId: string, level: AssuranceLevel): Standing {
    const { replica } = this.knowledge;
    if (replica === null) throw new Error('nothing is known yet');
    const now = this.knowledge.clock.now();
    const known = this.remembered[level].get(userId);
    if (known?.rev === replica.rev && known.standing.replica === replica) {
      const { changesAt } = known.standing.access;
      if (changesAt === null || now < changesAt) return known.standing;
    }
    return this.remember(replica, userId, level, now);
  }

  private remember(
    replica: AuthorizationReplica,
    userId: string,
    level: AssuranceLevel,
    now: number,
  ): Standing {
    const { model, rev } = replica;
    const subject = replica.subject(userId);
    const access = model.accessOf(subject, now).atLevel(level);
    const standing = { replica, model, subject, access, scopes: new Map() };
    const users = this.remembered[level];
    if (users.size >= MAX_REMEMBERED) users.clear();
    users.set(userId, { standing, rev });
    return standing;
  }
}
