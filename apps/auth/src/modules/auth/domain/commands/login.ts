import { Injectable } from '@nestjs/common';
import { type Authentication, BY_PASSWORD, levelOf } from '../../../../core/access/index.js';
import { AccessTokens } from '../../../../core/crypto/index.js';
import { newId, TransactionalTogether } from '../../../../core/database/index.js';
import { assertThat } from '../../../../core/errors/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import { OpenSession, type OpenedSession } from '../../../session/index.js';
import { NoteLogin, type VerifiedUser } from '../../../user/index.js';
import { DeviceTokens } from '../device-tokens.js';
import type { LoginTokens } from '../token-set.js';
import { Authenticate, type Credentials } from './authenticate.js';
import { RequireSecondFactor } from './require-second-factor.js';
import type { AdmittedUser } from './verify-second-factor.js';

interface StoredLogin {
  readonly email: string;
  readonly session: OpenedSession;
}

/** Logs a client app in. */
@Injectable()
export class Login {
  constructor(
    private readonly authenticate: Authenticate,
    private readonly requireSecondFactor: RequireSecondFactor,
    private readonly devices: DeviceTokens,
    private readonly openSession: OpenSession,
    private readonly noteLogin: NoteLogin,
    private readonly accessTokens: AccessTokens,
    private readonly audit: RecordAuditEvent,
  ) {}

  /**
   * @param deviceToken - of the last login on this device
   * @throws AppError `invalid_credentials`, `second_factor_required`, `too_many_attempts`, `overloaded`
   */
  async execute(credentials: Credentials, deviceToken?: string): Promise<LoginTokens> {
    return this.open(await this.authenticate.execute(credentials, deviceToken), BY_PASSWORD, deviceToken);
  }

  /**
   * Opens the session of somebody who has shown a first factor, unless a second one is wanted.
   *
   * @throws AppError `second_factor_required`, `invalid_credentials` when they were disabled meanwhile
   */
  async open(user: VerifiedUser, authentication: Authentication, deviceToken?: string): Promise<LoginTokens> {
    await this.requireSecondFactor.execute(user, authentication, deviceToken);
    return this.admit({ user, authentication }, deviceToken);
  }

  /**
   * Opens the session of somebody who has shown all that is wanted.
   *
   * @throws AppError `invalid_credentials` when they were disabled meanwhile, or the password changed
   */
  async admit({ user, authentication }: AdmittedUser, deviceToken?: string): Promise<LoginTokens> {
    const { email, session } = await this.store(user, authentication);
    const { sessionId, refreshToken, authorizationRevision } = session;
    const accessToken = this.accessTokens.issue({
      userId: user.id,
      sessionId,
      authenticatedAt: new Date(),
      references: authentication.references,
      level: levelOf(authentication.references),
      authorizationRevision,
    });
    return {
      accessToken,
      tokenType: 'Bearer',
      expiresIn: this.accessTokens.lifeSeconds,
      refreshToken,
      sessionId,
      deviceToken: this.devices.issue(email, deviceToken),
    };
  }

  @TransactionalTogether()
  protected async store(user: VerifiedUser, authentication: Authentication): Promise<StoredLogin> {
    const sessionId = newId();
    // In this order: the first statement keeps the password from being changed before the second looks at it.
    const [session, email] = await Promise.all([
      this.openSession.execute(user.id, sessionId, authentication),
      this.noteLogin.execute(user),
      this.audit.execute({
        action: 'auth.login',
        subjectType: 'user',
        subjectId: user.id,
        actorId: user.id,
        after: { sessionId, method: authentication.method },
      }),
    ]);
    // Disabled, or the password changed, since it was verified.
    assertThat(session !== null && email !== null, 'invalid_credentials');
    return { email, session };
  }
}
