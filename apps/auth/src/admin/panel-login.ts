import { Injectable } from '@nestjs/common';
import { RequestContext } from '../core/context/index.js';
import { Transactional } from '../core/database/index.js';
import { AppError, assertThat } from '../core/errors/index.js';
import { RecordAuditEvent } from '../modules/audit/index.js';
import { Authenticate, IdentifyCaller } from '../modules/auth/index.js';
import { FindPermissions } from '../modules/authorization/index.js';
import { EndSession, OpenBrowserSession } from '../modules/session/index.js';
import { GetUser, NoteLogin, type VerifiedUser } from '../modules/user/index.js';
import type { PanelAdmin } from './adminjs/panel-admin.js';
import type { PanelAccess } from './http/panel-scope.types.js';

/** Whoever holds this may open the panel. */
export const OPEN_PANEL = 'panel:open';

/** Who may come into the panel: asked at the login and again at each request. */
@Injectable()
export class PanelLogin implements PanelAccess {
  constructor(
    private readonly authenticate: Authenticate,
    private readonly identifyCaller: IdentifyCaller,
    private readonly findPermissions: FindPermissions,
    private readonly openSession: OpenBrowserSession,
    private readonly endSession: EndSession,
    private readonly getUser: GetUser,
    private readonly noteLogin: NoteLogin,
    private readonly context: RequestContext,
    private readonly audit: RecordAuditEvent,
  ) {}

  async logIn(email: string, password: string): Promise<string> {
    const user = await this.authenticate.execute({ email, password });
    if (!(await this.findPermissions.execute(user.id)).has(OPEN_PANEL)) {
      await this.audit.execute({
        action: 'access.denied',
        outcome: 'denied',
        subjectType: 'permission',
        subjectId: OPEN_PANEL,
        actorId: user.id,
      });
      throw new AppError('forbidden', { detail: 'Your account may not open the panel' });
    }
    return this.open(user);
  }

  async recognise(secret: string): Promise<PanelAdmin | null> {
    const principal = await this.identifyCaller.byCookieSecret(secret);
    if (principal?.permissions.has(OPEN_PANEL) !== true) return null;
    this.context.setActor(principal);
    const { userId: id, sessionId, permissions } = principal;
    const { email, displayName } = await this.getUser.execute(id);
    return { id, sessionId, permissions, email, title: displayName };
  }

  async logOut({ sessionId }: PanelAdmin): Promise<void> {
    await this.endSession.execute(sessionId, 'logout');
  }

  @Transactional()
  protected async open(user: VerifiedUser): Promise<string> {
    const session = await this.openSession.execute(user.id);
    // Disabled, or the password changed, since it was verified.
    assertThat(session !== null && (await this.noteLogin.execute(user)), 'invalid_credentials');
    await this.audit.execute({
      action: 'auth.login',
      subjectType: 'user',
      subjectId: user.id,
      actorId: user.id,
      after: { sessionId: session.sessionId, method: 'password', place: 'panel' },
    });
    return session.cookieSecret;
  }
}
