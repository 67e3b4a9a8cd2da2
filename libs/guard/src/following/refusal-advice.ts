import type { ServiceRefusal } from './service-errors.js';

const GENERAL: Readonly<Record<number, string>> = {
  401: 'set clientId and clientSecret to a service account of the auth service',
};
const ADDRESS = 'set issuer and url to the address of the auth service, ending in /auth';

/**
 * What to do about a refusal, which stops the boot.
 *
 * @param special - advice by status for what was asked
 */
export function adviceOn(
  { status, message }: ServiceRefusal,
  special: Readonly<Record<number, string>>,
): string {
  return `AuthGuardModule: ${special[status] ?? GENERAL[status] ?? ADDRESS}. ${message}`;
}
