import { Injectable } from '@nestjs/common';
import { AccessTokens } from '../../../../core/crypto/index.js';
import { Transactional } from '../../../../core/database/index.js';
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
    const session = await this.openSession.execute(user.id);
    // Disabled, or the password changed, since it was verified.
    assertThat(session !== null && (await this.noteLogin.execute(user)), 'invalid_credentials');
    await this.audit.execute({
      action: 'auth.login',
      subjectType: 'user',
      subjectId: user.id,
      actorId: user.id,
      after: { sessionId: session.sessionId, method: 'password' },
    });
    return session;
  }
}
