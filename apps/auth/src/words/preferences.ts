import type { FastifyReply } from 'fastify';
import { HostCookie } from '../core/http/index.js';
import { languageOf } from './language-of.js';
import { words } from './words.js';

/** Light or dark; `system` follows the device. */
export const schemes = ['system', 'light', 'dark'] as const;
export type Scheme = (typeof schemes)[number];

/** How a browser wants our pages. */
export interface Preferences {
  readonly language: string;
  readonly scheme: Scheme;
}

const YEAR_SECONDS = 365 * 86_400;

/**
 * Keeps the preferences of a browser, on the login page already. The cookies say nothing of the person. Each has one of
 * its own, so that two that are chosen at the same moment do not undo each other.
 */
export class PreferenceCookies {
  private readonly language: HostCookie;
  private readonly scheme: HostCookie;

  constructor(publicUrl: string) {
    this.language = new HostCookie(publicUrl, 'auth-language', YEAR_SECONDS);
    this.scheme = new HostCookie(publicUrl, 'auth-scheme', YEAR_SECONDS);
  }

  /** What was chosen, and the best for this browser where nothing was. */
  read(cookies: string | undefined, acceptLanguage: string | undefined): Preferences {
    return {
      language: languageOf(this.language.read(cookies), acceptLanguage),
      scheme: schemeOf(this.scheme.read(cookies)) ?? 'system',
    };
  }

  /** Set-Cookie headers with what is chosen now; what is unknown changes nothing. */
  keep({ language, scheme }: { readonly language?: unknown; readonly scheme?: unknown }): string[] {
    const [chosen, colours] = [language, scheme].map((value) => (typeof value === 'string' ? value : ''));
    return [
      ...(words.has(chosen ?? '') ? [this.language.keep(chosen ?? '')] : []),
      ...(schemeOf(colours) === undefined ? [] : [this.scheme.keep(colours ?? '')]),
    ];
  }
}

const schemeOf = (text: string | undefined): Scheme | undefined => schemes.find((scheme) => scheme === text);

/** Says of a page in which language it is, and that another browser may get another (RFC 9110, 8.5 and 12.5.5). */
export const sayLanguage = (reply: FastifyReply, language: string): FastifyReply =>
  reply.headers({ 'content-language': language, vary: 'Accept-Language, Cookie' });
