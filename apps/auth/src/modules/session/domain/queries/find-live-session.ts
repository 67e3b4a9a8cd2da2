import { Injectable } from '@nestjs/common';
import { readOpaqueToken, sameHash } from '../../../../core/crypto/index.js';
import { SessionCache } from '../session-cache.js';
import { SessionRepository } from '../session.repository.js';
import type { LiveSession } from '../session.view.js';

/** Tells whether a session still lives: asked at every authenticated request, so answered from memory where possible. */
@Injectable()
export class FindLiveSession {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly cache: SessionCache,
  ) {}

  /** The remembered session, without a question to the database; undefined when none is. */
  recall(id: string): LiveSession | undefined {
    const session = this.cache.peek(id);
    return session !== undefined && session.endsAt > Date.now() ? session : undefined;
  }

  /** @returns null for a session that is unknown, ended or expired, or whose user is disabled */
  async execute(id: string): Promise<LiveSession | null> {
    return this.recall(id) ?? this.cache.get(id, () => this.sessions.findLive(id), timeLeft);
  }

  /** The session that a cookie's secret stands for. Read each time: pages are few, and a stolen secret dear. */
  async byCookieSecret(secret: string): Promise<LiveSession | null> {
    const token = readOpaqueToken(secret);
    if (token === null) return null;
    const session = await this.sessions.findLive(token.id);
    if (session?.secretHash == null || !sameHash(session.secretHash, token.hash)) return null;
    return session;
  }
}

const timeLeft = (session: LiveSession) => session.endsAt - Date.now();
