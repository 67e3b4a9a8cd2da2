import { Injectable } from '@nestjs/common';
import type { Authentication } from '../../../../core/access/index.js';
import { type AppConfig, InjectConfig } from '../../../../core/config/index.js';
import { RequestContext } from '../../../../core/context/index.js';
import { issueOpaqueToken } from '../../../../core/crypto/index.js';
import { newId } from '../../../../core/database/index.js';
import { SessionRepository } from '../session.repository.js';

/** A session just opened, with the secret that is shown this once. */
export interface OpenedSession {
  readonly sessionId: string;
  readonly refreshToken: string;
  readonly authorizationRevision: number;
}

/** Opens a session for a client app. */
@Injectable()
export class OpenSession {
  constructor(
    @InjectConfig() private readonly config: AppConfig,
    private readonly sessions: SessionRepository,
    private readonly context: RequestContext,
  ) {}

  /**
   * @param sessionId - from `newId()`
   * @returns null when the user is not active (any more)
   */
  async execute(
    userId: string,
    sessionId: string,
    authentication: Authentication,
  ): Promise<OpenedSession | null> {
    const refreshToken = issueOpaqueToken(newId());
    const authorizationRevision = await this.sessions.insert(
      {
        id: sessionId,
        userId,
        kind: 'token',
        secretHash: null,
        refreshToken,
        authentication,
        ...this.context.client,
      },
      { idleSeconds: this.config.sessionIdleSeconds, absoluteSeconds: this.config.sessionAbsoluteSeconds },
    );
    return authorizationRevision === null
      ? null
      : { sessionId, refreshToken: refreshToken.text, authorizationRevision };
  }
}
