import { Injectable } from '@nestjs/common';
import { assertThat } from '../../../../core/errors/index.js';
import { SessionRepository } from '../session.repository.js';
import type { SessionView } from '../session.view.js';

/** Reads one session, live or ended. */
@Injectable()
export class GetSession {
  constructor(private readonly sessions: SessionRepository) {}

  /** @throws AppError `not_found` */
  async execute(id: string): Promise<SessionView> {
    const session = await this.sessions.findView(id);
    assertThat(session !== null, 'not_found');
    return session;
  }
}
