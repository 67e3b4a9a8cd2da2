import { Injectable } from '@nestjs/common';
import { IMPERSONATE } from '../core/access/index.js';
import { RequestContext } from '../core/context/index.js';
import { AppError } from '../core/errors/index.js';
import { SessionCookie } from '../core/http/index.js';
import {
  IdentifyCaller,
  Impersonate,
  ImpersonationCookies,
  PreviewImpersonation,
  RecentAuthentication,
} from '../modules/auth/index.js';
import { FindPermissions } from '../modules/authorization/index.js';
import { assertMay, type PanelAdmin } from './adminjs/panel-admin.js';
import { LOGIN_PATH, PANEL_PATH } from './adminjs/panel-paths.js';
import { OPEN_PANEL } from './open-panel.js';
import { sentenceOf } from '../words/index.js';

/** Where a browser goes on, and the cookies that it gets for it. */
export interface NextPlace {
  readonly location: string;
  readonly headers: readonly string[];
}

/** What acting in somebody's name would mean, before it begins. */
export interface ImpersonationOutlook {
  /** Why it would be refused, in the language of who asks; null: it would not. */
  readonly refusal: string | null;
  readonly minutes: number;
  /** Whether the person may open the panel; otherwise it goes on at the pages of their account. */
  readonly opensPanel: boolean;
  /** Whether who asks has to show once more who they are. */
  readonly mustConfirm: boolean;
}

/** Acting in somebody else's name with the browser of the panel, and the way back. */
@Injectable()
export class PanelImpersonation {
  constructor(
    private readonly impersonate: Impersonate,
    private readonly preview: PreviewImpersonation,
    private readonly recentAuthentication: RecentAuthentication,
    private readonly findPermissions: FindPermissions,
    private readonly identifyCaller: IdentifyCaller,
    private readonly cookie: SessionCookie,
    private readonly cookies: ImpersonationCookies,
    private readonly context: RequestContext,
  ) {}

  async outlook(userId: string, admin: PanelAdmin): Promise<ImpersonationOutlook> {
    const { refusal, seconds } = await this.preview.execute(userId);
    return {
      refusal: refusal && sentenceOf(admin.language, refusal),
      minutes: Math.round(seconds / 60),
      opensPanel: await this.opensPanel(userId, admin),
      mustConfirm: !(await this.isRecent(admin)),
    };
  }

  /** @throws AppError `forbidden`, `insufficient_user_authentication`, and what {@link Impersonate} throws */
  async begin(
    cookies: string | undefined,
    admin: PanelAdmin,
    { userId, reason }: { readonly userId: string; readonly reason: string },
  ): Promise<NextPlace> {
    assertMay({ currentAdmin: admin }, IMPERSONATE);
    await this.recentAuthentication.assert({ ...admin, userId: admin.id });
    const secret = await this.impersonate.inBrowser(userId, reason);
    const location = (await this.opensPanel(userId, admin)) ? PANEL_PATH : '/auth/account';
    return { location, headers: this.cookies.begin(cookies, secret) };
  }

  /** Back to one's own session, or to the login page where there is none any more. */
  async end(cookies: string | undefined): Promise<NextPlace> {
    const caller = await this.identifyCaller.byCookieSecret(this.cookie.read(cookies) ?? '');
    if (caller !== null) this.context.setActor(caller);
    const ended = await this.cookies.end(cookies);
    if (ended === null) return { location: LOGIN_PATH, headers: [] };
    const { cookieSecret, userId, headers } = ended;
    return {
      location: cookieSecret === null ? LOGIN_PATH : `${PANEL_PATH}/pages/user?id=${userId}`,
      headers,
    };
  }

  hasWayBack(cookies: string | undefined): Promise<boolean> {
    return this.cookies.hasWayBack(cookies);
  }

  dismiss(cookies: string | undefined): Promise<string[]> {
    return this.cookies.dismiss(cookies);
  }

  private async opensPanel(userId: string, { level, permissions }: PanelAdmin): Promise<boolean> {
    const theirs = await this.findPermissions.execute(userId, level);
    return theirs.has(OPEN_PANEL) && permissions.has(OPEN_PANEL);
  }

  private async isRecent(admin: PanelAdmin): Promise<boolean> {
    try {
      await this.recentAuthentication.assert({ ...admin, userId: admin.id });
      return true;
    } catch (error) {
      if (error instanceof AppError && error.code === 'insufficient_user_authentication') return false;
      throw error;
    }
  }
}
