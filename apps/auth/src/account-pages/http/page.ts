import type { Html } from '../../core/http/index.js';
import { PageSpeech } from './page-speech.js';

/** What a handler answers: a page. In which language it is, is settled when it is sent. */
export class Page {
  /**
   * @param title - key of the words, below `account`
   * @param content - written when the language is known
   */
  constructor(
    private readonly title: string,
    private readonly content: (speech: PageSpeech) => Html,
    readonly options: PageAnswerOptions = {},
  ) {}

  /** The page in a language. */
  in(language: string): { readonly title: string; readonly content: Html } {
    const speech = new PageSpeech(language);
    return { title: speech.say(this.title), content: this.content(speech) };
  }
}

/** How a page is answered. */
export interface PageAnswerOptions {
  /** HTTP status; 200 when nothing is said. */
  readonly status?: number;
  /** Room for lists and several columns. */
  readonly wide?: boolean;
  /** Whether the page may run our own script, for passkeys. */
  readonly scripted?: boolean;
  /** `Set-Cookie` headers. */
  readonly cookies?: readonly string[];
}

/** What a handler answers: go on there (303, so that a reload does not send the form again). */
export class Redirect {
  /** @param path - one of our own, beginning with `/auth/` */
  constructor(
    readonly path: string,
    readonly cookies: readonly string[] = [],
  ) {}
}

/** What a handler answers: a file to keep. */
export class Download {
  constructor(
    readonly name: string,
    readonly mediaType: string,
    readonly body: string,
  ) {}
}

/** What a handler answers to our own script. */
export class Data {
  constructor(readonly value: object) {}
}

/** What a handler answers: our own script. */
export class Script {
  constructor(readonly text: string) {}
}

/** The answer of a page's handler. */
export type Answer = Page | Redirect | Download | Data | Script;
