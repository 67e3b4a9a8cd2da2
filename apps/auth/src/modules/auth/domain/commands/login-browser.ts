import { Injectable } from '@nestjs/common';
import { type Authentication, BY_PASSWORD } from '../../../../core/access/index.js';
import { Transactional } from '../../../../core/database/index.js';
import { assertThat } from '../../../../core/errors/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import { OpenBrowserSession } from '../../../session/index.js';
import { NoteLogin, type VerifiedUser } from '../../../user/index.js';
import { Authenticate, type Credentials } from './authenticate.js';
import { RequireSecondFactor } from './require-second-factor.js';
import type { AdmittedUser } from './verify-second-factor.js';

/** Logs a browser in: its session is known by a cookie. */
@Injectable()
export class LoginBrowser {
  constructor(
    private readonly authenticate: Authenticate,
    private readonly requireSecondFactor: RequireSecondFactor,
    private readonly openSession: OpenBrowserSession,
    private readonly noteLogin: NoteLogin,
    private readonly audit: RecordAuditEvent,
  ) {}

  /**
   * @param device - token of a remembered device
   * @returns the secret for the cookie
   * @throws AppError `invalid_credentials`, `second_factor_required`, `too_many_attempts`, `overloaded`
   */
  async execute(credentials: Credentials, device?: string): Promise<string> {
    return this.open(await this.authenticate.execute(credentials), BY_PASSWORD, device);
  }

  /**
   * Opens the session of somebody who has shown a first factor, unless a second one is wanted.
   *
   * @throws AppError `second_factor_required`, `invalid_credentials` when they were disabled meanwhile
   */
  async open(user: VerifiedUser, authentication: Authentication, device?: string): Promise<string> {
    await this.requireSecondFactor.execute(user, authentication, device);
    return this.admit({ user, authentication });
  }

  /** Opens the session of somebody who has shown all that is wanted. */
  @Transactional()
  async admit({ user, authentication }: AdmittedUser): Promise<string> {
    const session = await this.openSession.execute(user.id, authentication);
    // Disabled, or the password changed, since it was verified.
    assertThat(session !== null && (await this.noteLogin.execute(user)), 'invalid_credentials');
    await this.audit.execute({
      action: 'auth.login',
      subjectType: 'user',
      subjectId: user.id,
      actorId: user.id,
      after: { sessionId: session.sessionId, method: authentication.method, place: 'browser' },
    });
    return session.cookieSecret;
  }
}
