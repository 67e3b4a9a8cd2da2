import { type Html, html } from '../../core/http/index.js';
import type { FormState } from './form.js';
import type { PageSpeech } from './page-speech.js';

/** One field of a form. */
export interface Field {
  readonly name: string;
  readonly label: string;
  readonly type?: 'text' | 'email' | 'password';
  /** HTML autofill token. */
  readonly autocomplete: string;
  readonly hint?: string;
  readonly maxLength?: number;
  readonly inputMode?: 'numeric';
  readonly required?: boolean;
}

const MAX_PASSWORD_LENGTH = 2000;
const MAX_TEXT_LENGTH = 200;

/** A labelled field, with what was typed and what is wrong with it. */
export function field(speech: PageSpeech, state: FormState, options: Field): Html {
  const { name, label, type = 'text', autocomplete, inputMode = '', required = true } = options;
  const fault = speech.fault(state.refusal, name);
  const notes = [...note(name, 'fault', fault), ...note(name, 'hint', options.hint)];
  return html`<label for="${name}">${label}</label>
    <input
      id="${name}"
      name="${name}"
      type="${type}"
      autocomplete="${autocomplete}"
      ${contents(state, options)}
      ${optional('inputmode', inputMode)}
      ${optional('aria-describedby', notes.map(({ id }) => id).join(' '))}
      ${optional('aria-invalid', fault === undefined ? '' : 'true')}
      ${required ? html`required` : html``}
    />
    ${join(notes.map(({ text }) => text))}`;
}

/** The field for the address with which somebody logs in. */
export const emailField = (speech: PageSpeech, state: FormState): Html =>
  field(speech, state, {
    name: 'email',
    label: speech.say('form.email'),
    type: 'email',
    autocomplete: 'username',
    maxLength: 254,
  });

/** A password is never shown again. */
function contents(state: FormState, { name, type, maxLength = MAX_TEXT_LENGTH }: Field): Html {
  if (type === 'password') return html`maxlength="${String(MAX_PASSWORD_LENGTH)}"`;
  return html`maxlength="${String(maxLength)}" value="${state.values?.[name] ?? ''}"`;
}

function note(name: string, kind: 'fault' | 'hint', text: string | undefined) {
  if (text === undefined) return [];
  const id = `${name}-${kind}`;
  return [{ id, text: html`<span class="${kind}" id="${id}">${text}</span>` }];
}

const optional = (attribute: string, value: string): Html =>
  value === '' ? html`` : html`${attribute}="${value}"`;

/** Why the form was refused; where a field says it, that there is one. */
export function alert({ say, refusal: sentence }: PageSpeech, { refusal }: FormState): Html {
  if (refusal === undefined) return html``;
  const text = refusal.errors === undefined ? sentence(refusal) : say('form.lookBelow');
  return html`<p class="error" role="alert">${text}</p>`;
}

/** Pieces one after the other. */
export function join(pieces: readonly Html[]): Html {
  return pieces.reduce((all, piece) => html`${all}${piece}`, html``);
}
