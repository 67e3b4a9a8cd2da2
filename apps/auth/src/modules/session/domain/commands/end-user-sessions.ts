import { Injectable } from '@nestjs/common';
import type { SessionEndReason, SessionTerminator } from '../../../../core/access/index.js';
import { RequestContext } from '../../../../core/context/index.js';
import { Transactional } from '../../../../core/database/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import { SessionCache } from '../session-cache.js';
import { endBecause } from '../session-end.js';
import { SessionRepository } from '../session.repository.js';

/** Ends all sessions of a user, on every instance. */
@Injectable()
export class EndUserSessions implements SessionTerminator {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly cache: SessionCache,
    private readonly context: RequestContext,
    private readonly audit: RecordAuditEvent,
  ) {}

  /**
   * @param except - a session that stays, for "sign out everywhere else"
   * @returns how many sessions have ended
   */
  @Transactional()
  async execute(userId: string, reason: SessionEndReason, except?: string): Promise<number> {
    const ended = await this.sessions.endAllOf(userId, endBecause(reason, this.context.client), except);
    if (ended.length === 0) return 0;
    await this.cache.invalidate(...ended);
    await this.audit.execute({
      action: 'session.all_ended',
      subjectType: 'user',
      subjectId: userId,
      after: { sessionIds: ended },
      reason,
    });
    return ended.length;
  }

  async endAllOf(userId: string, reason: SessionEndReason): Promise<void> {
    await this.execute(userId, reason);
  }
}
