import { Injectable } from '@nestjs/common';
import { type AuthenticationMethodReference, levelOf } from '../../../../core/access/index.js';
import { RequestContext } from '../../../../core/context/index.js';
import { Transactional } from '../../../../core/database/index.js';
import { SessionCache } from '../session-cache.js';
import { SessionEventRepository } from '../session-event.repository.js';
import { SessionRepository, type StrengthenedSession } from '../session.repository.js';

/** Notes that the person of a session has shown once more who they are (RFC 9470, section 5). */
@Injectable()
export class StrengthenSession {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly cache: SessionCache,
    private readonly events: SessionEventRepository,
    private readonly context: RequestContext,
  ) {}

  /**
   * @param shown - beside what was shown before
   * @returns null when the session has ended
   */
  @Transactional()
  async execute(
    sessionId: string,
    shown: readonly AuthenticationMethodReference[],
  ): Promise<(StrengthenedSession & { level: string }) | null> {
    const session = await this.sessions.strengthen(sessionId, shown);
    if (session === null) return null;
    await this.events.noteStrengthened(sessionId, shown, this.context.client);
    await this.cache.invalidate(sessionId);
    return { ...session, level: levelOf(session.references) };
  }
}
