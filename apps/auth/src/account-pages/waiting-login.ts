import { type SecondFactorMethod, secondFactorMethods } from '../modules/authenticator/index.js';
import type { FormState } from './http/form.js';
import type { Page } from './http/page.js';
import { secondFactorPage } from './pages/second-factor.page.js';

/**
 * The page of a login that was refused since it waits for a second factor.
 *
 * @returns null for any other refusal
 */
export function waitingLoginPage(
  { refusal }: FormState,
  returnTo: string | undefined,
  mayRemember: boolean,
): Page | null {
  if (refusal?.code !== 'second_factor_required') return null;
  const { challenge, methods } = refusal.members;
  return secondFactorPage({
    challenge: String(challenge),
    methods: methods as readonly SecondFactorMethod[],
    returnTo,
    mayRemember,
  });
}

/** Methods that a form carried along. */
export const methodsOf = (text: string): SecondFactorMethod[] =>
  secondFactorMethods.filter((method) => text.split(',').includes(method));
