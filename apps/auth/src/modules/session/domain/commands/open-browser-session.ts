import { Injectable } from '@nestjs/common';
import type { Authentication } from '../../../../core/access/index.js';
import { type AppConfig, InjectConfig } from '../../../../core/config/index.js';
import { RequestContext } from '../../../../core/context/index.js';
import { issueOpaqueToken } from '../../../../core/crypto/index.js';
import { newId } from '../../../../core/database/index.js';
import { SessionRepository } from '../session.repository.js';

/** A browser session just opened; the secret belongs into a cookie. */
export interface OpenedBrowserSession {
  readonly sessionId: string;
  readonly cookieSecret: string;
}

/** Opens a session whose holder is known by a cookie: the panel's, and our own pages'. */
@Injectable()
export class OpenBrowserSession {
  constructor(
    @InjectConfig() private readonly config: AppConfig,
    private readonly sessions: SessionRepository,
    private readonly context: RequestContext,
  ) {}

  /** @returns null when the user is not active (any more) */
  async execute(userId: string, authentication: Authentication): Promise<OpenedBrowserSession | null> {
    const token = issueOpaqueToken(newId());
    const seconds = this.config.panelSessionSeconds;
    const opened = await this.sessions.insert(
      {
        id: token.id,
        userId,
        kind: 'browser',
        secretHash: token.hash,
        refreshToken: null,
        authentication,
        ...this.context.client,
      },
      { idleSeconds: seconds, absoluteSeconds: seconds },
    );
    return opened !== null ? { sessionId: token.id, cookieSecret: token.text } : null;
  }
}
