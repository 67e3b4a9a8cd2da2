import { Injectable } from '@nestjs/common';
import type { SessionEndReason } from '../../../../core/access/index.js';
import { RequestContext } from '../../../../core/context/index.js';
import { Transactional } from '../../../../core/database/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import { SessionCache } from '../session-cache.js';
import { endBecause } from '../session-end.js';
import { SessionRepository } from '../session.repository.js';

/** Ends one session, on every instance, and with it those in which its person acts in somebody else's name. */
@Injectable()
export class EndSession {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly cache: SessionCache,
    private readonly context: RequestContext,
    private readonly audit: RecordAuditEvent,
  ) {}

  /** @returns false when it is unknown or had ended before */
  @Transactional()
  async execute(sessionId: string, reason: SessionEndReason): Promise<boolean> {
    const ended = await this.sessions.end(sessionId, endBecause(reason, this.context.client));
    if (ended.length === 0) return false;
    await this.cache.invalidate(...ended.map(({ id }) => id));
    for (const session of ended)
      await this.audit.execute({
        action: 'session.ended',
        subjectType: 'session',
        subjectId: session.id,
        after: { userId: session.userId },
        reason: session.reason,
      });
    return true;
  }
}
