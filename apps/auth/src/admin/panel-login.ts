import { Injectable } from '@nestjs/common';
import { BY_PASSWORD } from '../core/access/index.js';
import { RequestContext } from '../core/context/index.js';
import { AppError } from '../core/errors/index.js';
import { RecordAuditEvent } from '../modules/audit/index.js';
import { Authenticate, type BrowserLogin, IdentifyCaller, LoginBrowser } from '../modules/auth/index.js';
import { FindSecondFactors } from '../modules/authenticator/index.js';
import { FindPermissions } from '../modules/authorization/index.js';
import { EndSession } from '../modules/session/index.js';
import { GetUser } from '../modules/user/index.js';
import type { PanelAdmin } from './adminjs/panel-admin.js';
import type { PanelAccess } from './http/panel-scope.types.js';
import { OPEN_PANEL } from './open-panel.js';

/** Who may come into the panel: asked at the login and again at each request. */
@Injectable()
export class PanelLogin implements PanelAccess {
  constructor(
    private readonly authenticate: Authenticate,
    private readonly identifyCaller: IdentifyCaller,
    private readonly findPermissions: FindPermissions,
    private readonly findSecondFactors: FindSecondFactors,
    private readonly loginBrowser: LoginBrowser,
    private readonly endSession: EndSession,
    private readonly getUser: GetUser,
    private readonly context: RequestContext,
    private readonly audit: RecordAuditEvent,
  ) {}

  async logIn(email: string, password: string, deviceToken?: string): Promise<BrowserLogin> {
    const user = await this.authenticate.execute({ email, password }, deviceToken);
    if (!(await this.findPermissions.execute(user.id, 'aal2')).has(OPEN_PANEL)) {
      await this.audit.execute({
        action: 'access.denied',
        outcome: 'denied',
        subjectType: 'permission',
        subjectId: OPEN_PANEL,
        actorId: user.id,
      });
      throw new AppError('forbidden', { detail: 'Your account may not open the panel' });
    }
    await this.assertCanShowSecondFactor(user.id);
    return this.loginBrowser.open(user, BY_PASSWORD, deviceToken);
  }

  async recognise(secret: string, language: string): Promise<PanelAdmin | null> {
    const principal = await this.identifyCaller.byCookieSecret(secret);
    if (principal?.permissions.has(OPEN_PANEL) !== true) return null;
    this.context.setActor(principal);
    const { userId: id, sessionId, permissions, authenticatedAt, level, impersonator } = principal;
    const { email, displayName } = await this.getUser.execute(id);
    const admin = { id, sessionId, permissions, authenticatedAt, level, email, title: displayName, language };
    if (impersonator === undefined) return admin;
    const own = await this.getUser.execute(impersonator.userId);
    return { ...admin, impersonator: { ...impersonator, email: own.email, title: own.displayName } };
  }

  /** Whoever acts in somebody else's name goes with it: the browser is nobody's afterwards. */
  async logOut({ sessionId, impersonator }: PanelAdmin): Promise<void> {
    await this.endSession.execute(impersonator?.sessionId ?? sessionId, 'logout');
  }

  /** Whose role wants a second factor, and who has none, would come in and find every door shut. */
  private async assertCanShowSecondFactor(userId: string): Promise<void> {
    if (!(await this.findPermissions.wantSecondFactor(userId))) return;
    if ((await this.findSecondFactors.execute(userId)).length > 0) return;
    throw new AppError('forbidden', {
      detail: 'Your role wants a second factor. Set one up under /auth/account/security first.',
    });
  }
}
