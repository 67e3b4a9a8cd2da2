import { Injectable } from '@nestjs/common';
import { AccessTokens } from '../../../../core/crypto/index.js';
import { Transactional } from '../../../../core/database/index.js';
import { assertThat } from '../../../../core/errors/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import { OpenSession, type OpenedSession } from '../../../session/index.js';
import { NoteLogin } from '../../../user/index.js';
import type { TokenSet } from '../token-set.js';
import { Authenticate, type Credentials } from './authenticate.js';

/** Logs a client app in. */
@Injectable()
export class Login {
  constructor(
    private readonly authenticate: Authenticate,
    private readonly openSession: OpenSession,
    private readonly noteLogin: NoteLogin,
    private readonly accessTokens: AccessTokens,
    private readonly audit: RecordAuditEvent,
  ) {}

  /** @throws AppError `invalid_credentials`, `too_many_attempts`, `overloaded` */
  async execute(credentials: Credentials): Promise<TokenSet> {
    const userId = await this.authenticate.execute(credentials);
    const { sessionId, refreshToken } = await this.open(userId);
    const accessToken = this.accessTokens.issue({ userId, sessionId, authenticatedAt: new Date() });
    return {
      accessToken,
      tokenType: 'Bearer',
      expiresIn: this.accessTokens.lifeSeconds,
      refreshToken,
      sessionId,
    };
  }

  @Transactional()
  protected async open(userId: string): Promise<OpenedSession> {
    const session = await this.openSession.execute(userId);
    // Disabled between the check of the password and now.
    assertThat(session !== null, 'invalid_credentials');
    await this.noteLogin.execute(userId);
    await this.audit.execute({
      action: 'auth.login',
      subjectType: 'user',
      subjectId: userId,
      actorId: userId,
      after: { sessionId: session.sessionId, method: 'password' },
    });
    return session;
  }
}
