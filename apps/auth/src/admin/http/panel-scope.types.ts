import type { PanelAdmin } from '../adminjs/panel-admin.js';
import type { PanelImpersonation } from '../panel-impersonation.js';
import type { PanelParts } from '../adminjs/panel-state.js';
import type { PreferenceCookies, Preferences } from '../../words/index.js';
import type { BrowserLogin, LoginCookies } from '../../modules/auth/index.js';
import type { AppError } from '../../core/errors/index.js';
import type { SessionCookie } from '../../core/http/index.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who uses the panel; undefined on the login page. */
    panelAdmin: PanelAdmin | undefined;
    /** How this browser wants the panel. */
    panelPreferences: Preferences;
    /** For the scripts of this answer. */
    panelNonce: string;
  }
}

/** Who may come in. */
export interface PanelAccess {
  /**
   * Logs in with a password and opens a session.
   *
   * @returns what the cookies keep
   * @param deviceToken - of the last login with this browser
   * @throws AppError `invalid_credentials`, `second_factor_required`, `too_many_attempts`; `forbidden` for those who may not open the panel
   */
  logIn(email: string, password: string, deviceToken?: string): Promise<BrowserLogin>;
  /** Who a cookie stands for, with the permissions of this moment, and acts from now on; null for nobody who may be here. */
  recognise(secret: string, language: string): Promise<PanelAdmin | null>;
  logOut(admin: PanelAdmin): Promise<void>;
}

export interface PanelScopeOptions {
  readonly parts: PanelParts;
  /** What the service is called. */
  readonly productName: string;
  /** Keeps how a browser wants the panel. */
  readonly preferences: PreferenceCookies;
  readonly access: PanelAccess;
  readonly impersonation: Pick<PanelImpersonation, 'begin' | 'end' | 'hasWayBack' | 'dismiss'>;
  readonly cookie: SessionCookie;
  readonly loginCookies: LoginCookies;
  /** Whether devices may be remembered. */
  readonly mayRemember: boolean;
  /** The configured origin of the service. */
  readonly origin: string;
  readonly requestId: () => string;
  readonly logFault: (error: AppError) => void;
  /** Notes that somebody was refused what they asked for. */
  readonly recordDenial: (what: string) => Promise<void>;
}
