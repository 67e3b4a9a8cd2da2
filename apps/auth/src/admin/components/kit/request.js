import { panel } from '../state.js';

/** For whom this page was drawn: while the browser is somebody else's, it is answered nothing. */
export const pageHeaders = () => ({ 'x-panel-session': panel.sessionId });

/** Something that the service refused, in its own words. */
export class Problem extends Error {
  constructor({ code = 'internal_error', status, detail, title, errors = [] }) {
    super(detail ?? title);
    this.code = code;
    this.status = status;
    this.title = title;
    this.errors = errors;
  }
}

const isTooOld = ({ code }) => code === 'insufficient_user_authentication';

/** Where one shows once more who one is, and comes back from. */
export const confirmPath = () =>
  `/auth/account/confirm?${new URLSearchParams({ returnTo: window.location.pathname + window.location.search })}`;

/** Asks the panel's server; a lost login leads to the login page. */
async function ask(path, options) {
  const response = await fetch(`${window.REDUX_STATE.paths.rootPath}${path}`, {
    ...options,
    headers: { accept: 'application/json', ...pageHeaders(), ...options?.headers },
  });
  const body = await response.json().catch(() => ({}));
  if (response.status === 401)
    window.location.assign(isTooOld(body) ? confirmPath() : window.REDUX_STATE.paths.loginPath);
  if (response.ok) return body;
  throw new Problem(body);
}

const present = (params) => Object.entries(params).filter(([, value]) => value != null && value !== '');

/** A reading of a page: `readPage('user', 'sessions', { id })`. */
export const readPage = (page, reading, params = {}, options = undefined) =>
  ask(`/api/pages/${page}/${reading}?${new URLSearchParams(present(params))}`, options);

/** An action of a page. */
export const callPage = (page, action, input = {}) =>
  ask(`/api/pages/${page}/${action}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(input),
  });

/** Begins to act in somebody else's name; answers where to go on. */
export const beginImpersonation = (wish) =>
  ask('/api/impersonation', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(wish),
  });

let keeping = Promise.resolve();

/** Keeps how this browser wants the panel; done when this and all that was to be kept before is kept. */
export function keepPreference(preference) {
  const send = () => sendPreference(preference);
  keeping = keeping.then(send, send);
  return keeping;
}

const sendPreference = (preference) =>
  fetch(`${window.REDUX_STATE.paths.rootPath}/preferences`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(preference),
  });
