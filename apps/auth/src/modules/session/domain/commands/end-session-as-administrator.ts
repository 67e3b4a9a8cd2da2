import { Injectable } from '@nestjs/common';
import { assertThat } from '../../../../core/errors/index.js';
import { SessionRepository } from '../session.repository.js';
import { EndSession } from './end-session.js';

/** Ends anyone's session, as an administrator. */
@Injectable()
export class EndSessionAsAdministrator {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly endSession: EndSession,
  ) {}

  /** @throws AppError `not_found` */
  async execute(sessionId: string): Promise<void> {
    assertThat((await this.sessions.findView(sessionId)) !== null, 'not_found');
    await this.endSession.execute(sessionId, 'ended_by_administrator');
  }
}
