import { type Html, html } from '../../core/http/index.js';

/** Time in UTC, since a page without scripts does not know its reader's zone. */
export const moment = (date: Date): Html =>
  html`<time datetime="${date.toISOString()}"
    >${date.toISOString().slice(0, 16).replace('T', ' ')} UTC</time
  >`;
