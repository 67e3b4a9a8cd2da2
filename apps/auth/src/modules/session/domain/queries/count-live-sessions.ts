import { Injectable } from '@nestjs/common';
import { SessionRepository } from '../session.repository.js';

const BOUND = 1_000_000;

/** Counts the sessions that live. */
@Injectable()
export class CountLiveSessions {
  constructor(private readonly sessions: SessionRepository) {}

  execute(): Promise<number> {
    return this.sessions.countLive(BOUND);
  }
}
