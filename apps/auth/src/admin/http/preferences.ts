import { HostCookie } from '../../core/http/index.js';
import { languageOf } from '../words/language-of.js';
import { words } from '../words/words.js';

/** Light or dark; `system` follows the device. */
export const schemes = ['system', 'light', 'dark'] as const;
export type Scheme = (typeof schemes)[number];

/** How a browser wants the panel. */
export interface Preferences {
  readonly language: string;
  readonly scheme: Scheme;
}

const YEAR_SECONDS = 365 * 86_400;

/** Keeps the preferences of a browser, on the login page already. The cookie says nothing of the person. */
export class PreferenceCookie {
  private readonly cookie: HostCookie;

  constructor(publicUrl: string) {
    this.cookie = new HostCookie(publicUrl, 'auth-panel', YEAR_SECONDS);
  }

  /** What was chosen, and the best for this browser where nothing was. */
  read(cookies: string | undefined, acceptLanguage: string | undefined): Preferences {
    const [language, scheme] = this.kept(cookies);
    return { language: languageOf(language, acceptLanguage), scheme: schemeOf(scheme) };
  }

  /** A Set-Cookie header with what is chosen now, beside what was before; what is unknown changes nothing. */
  keep(
    cookies: string | undefined,
    { language, scheme }: Record<keyof Preferences, string | undefined>,
  ): string {
    const [keptLanguage = '', keptScheme] = this.kept(cookies);
    const chosen = language !== undefined && words.has(language) ? language : keptLanguage;
    return this.cookie.keep(`${chosen}.${schemeOf(scheme ?? keptScheme)}`);
  }

  private kept(cookies: string | undefined): (string | undefined)[] {
    return this.cookie.read(cookies)?.split('.') ?? [];
  }
}

const schemeOf = (text: string | undefined): Scheme => schemes.find((scheme) => scheme === text) ?? 'system';
