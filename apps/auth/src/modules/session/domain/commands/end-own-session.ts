import { Injectable } from '@nestjs/common';
import { assertThat } from '../../../../core/errors/index.js';
import { SessionRepository } from '../session.repository.js';
import { EndSession } from './end-session.js';

/** Ends a session of one's own. */
@Injectable()
export class EndOwnSession {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly endSession: EndSession,
  ) {}

  /** @throws AppError `not_found`, also for a session of somebody else */
  async execute(userId: string, sessionId: string): Promise<void> {
    const session = await this.sessions.findView(sessionId);
    assertThat(session?.userId === userId, 'not_found');
    await this.endSession.execute(sessionId, 'ended_by_user');
  }
}
