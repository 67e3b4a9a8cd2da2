import { Injectable } from '@nestjs/common';
import { type Authentication, BY_PASSWORD } from '../../../../core/access/index.js';
import { Transactional } from '../../../../core/database/index.js';
import { assertThat } from '../../../../core/errors/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import { OpenBrowserSession } from '../../../session/index.js';
import { NoteLogin, type VerifiedUser } from '../../../user/index.js';
import { DeviceTokens } from '../device-tokens.js';
import type { BrowserLogin } from '../token-set.js';
import { Authenticate, type Credentials } from './authenticate.js';
import { RequireSecondFactor } from './require-second-factor.js';
import type { AdmittedUser } from './verify-second-factor.js';

/** Logs a browser in: its session is known by a cookie. */
@Injectable()
export class LoginBrowser {
  constructor(
    private readonly authenticate: Authenticate,
    private readonly requireSecondFactor: RequireSecondFactor,
    private readonly devices: DeviceTokens,
    private readonly openSession: OpenBrowserSession,
    private readonly noteLogin: NoteLogin,
    private readonly audit: RecordAuditEvent,
  ) {}

  /**
   * @param deviceToken - of the last login with this browser
   * @returns what its cookies keep
   * @throws AppError `invalid_credentials`, `second_factor_required`, `too_many_attempts`, `overloaded`
   */
  async execute(credentials: Credentials, deviceToken?: string): Promise<BrowserLogin> {
    return this.open(await this.authenticate.execute(credentials, deviceToken), BY_PASSWORD, deviceToken);
  }

  /**
   * Opens the session of somebody who has shown a first factor, unless a second one is wanted.
   *
   * @throws AppError `second_factor_required`, `invalid_credentials` when they were disabled meanwhile
   */
  async open(
    user: VerifiedUser,
    authentication: Authentication,
    deviceToken?: string,
  ): Promise<BrowserLogin> {
    await this.requireSecondFactor.execute(user, authentication, deviceToken);
    return this.admit({ user, authentication }, deviceToken);
  }

  /** Opens the session of somebody who has shown all that is wanted. */
  @Transactional()
  async admit({ user, authentication }: AdmittedUser, deviceToken?: string): Promise<BrowserLogin> {
    const session = await this.openSession.execute(user.id, authentication);
    // Disabled, or the password changed, since it was verified.
    assertThat(session !== null, 'invalid_credentials');
    const email = await this.noteLogin.execute(user);
    assertThat(email !== null, 'invalid_credentials');
    await this.audit.execute({
      action: 'auth.login',
      subjectType: 'user',
      subjectId: user.id,
      actorId: user.id,
      after: { sessionId: session.sessionId, method: authentication.method, place: 'browser' },
    });
    return { cookieSecret: session.cookieSecret, deviceToken: this.devices.issue(email, deviceToken) };
  }
}
