import { Injectable } from '@nestjs/common';
import { AccessTokens } from '../../../../core/crypto/index.js';
import { newId, Transactional } from '../../../../core/database/index.js';
import { assertThat } from '../../../../core/errors/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import { OpenSession, type OpenedSession } from '../../../session/index.js';
import { NoteLogin, type VerifiedUser } from '../../../user/index.js';
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
    const user = await this.authenticate.execute(credentials);
    const { sessionId, refreshToken } = await this.open(user);
    const accessToken = this.accessTokens.issue({ userId: user.id, sessionId, authenticatedAt: new Date() });
    return {
      accessToken,
      tokenType: 'Bearer',
      expiresIn: this.accessTokens.lifeSeconds,
      refreshToken,
      sessionId,
    };
  }

  @Transactional()
  protected async open(user: VerifiedUser): Promise<OpenedSession> {
    const sessionId = newId();
    // In this order: the first statement keeps the password from being changed before the second looks at it.
    const [session, isCurrent] = await Promise.all([
      this.openSession.execute(user.id, sessionId),
      this.noteLogin.execute(user),
      this.audit.execute({
        action: 'auth.login',
        subjectType: 'user',
        subjectId: user.id,
        actorId: user.id,
        after: { sessionId, method: 'password' },
      }),
    ]);
    // Disabled, or the password changed, since it was verified.
    assertThat(session !== null && isCurrent, 'invalid_credentials');
    return session;
  }
}
