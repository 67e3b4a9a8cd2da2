import { type AppError } from '../../core/errors/index.js';
import { Html, html } from '../../core/http/index.js';
import { momentIn, sentenceOf, translateFault, words, type WordValues } from '../../words/index.js';

/** How a page speaks to its reader: the words under `account`, in one language. */
export class PageSpeech {
  constructor(readonly language: string) {}

  /** What stands under a key, with the values put in. */
  readonly say = (key: string, values?: WordValues): string =>
    words.say(this.language, `account.${key}`, values);

  /** The same with pieces of HTML put in. */
  readonly tell = (key: string, values: Readonly<Record<string, Html>>): Html => {
    const parts = this.say(key).split(/\{\{(\w+)\}\}/);
    return parts.reduce(
      (all, part, index) => html`${all}${index % 2 === 0 ? part : (values[part] ?? '')}`,
      new Html(''),
    );
  };

  /** A point in time, in UTC, since a page without scripts does not know its reader's zone. */
  readonly moment = (date: Date): Html =>
    html`<time datetime="${date.toISOString()}">${momentIn(this.language, date)}</time>`;

  /** Why something was refused. */
  readonly refusal = (error: AppError): string => sentenceOf(this.language, error);

  /** What is wrong with a field of a form that was refused; undefined for nothing. */
  readonly fault = (refusal: AppError | undefined, field: string): string | undefined => {
    const error = refusal?.errors?.find((candidate) => candidate.field === field);
    return error && translateFault(this.language, error.message, refusal?.code ?? 'invalid_request');
  };
}
