import { GuardMetrics } from '../metrics/guard-metrics.js';
import type { GuardFetch } from '../module/guard-fetch.js';
import { GuardSettings } from '../module/guard-settings.js';
import { Knowledge } from './knowledge.js';
import { ServiceClient } from './service-client.js';
import { ServiceCredentials } from './service-credentials.js';

/** A command has more patience than a request. */
const TIMEOUT_MS = 10_000;

/** What a command of the command line has of the guard. */
export interface CommandClient {
  readonly knowledge: Knowledge;
  readonly client: ServiceClient;
}

/**
 * Speaks to the auth service for a command, with the account in AUTH_CLIENT_ID and AUTH_CLIENT_SECRET.
 *
 * @throws Error that says what to set
 */
export function commandClient(issuer: string, service: string): CommandClient {
  const { AUTH_CLIENT_ID: clientId = '', AUTH_CLIENT_SECRET: clientSecret = '' } = process.env;
  const settings = new GuardSettings({
    issuer,
    audience: issuer,
    service,
    clientId,
    clientSecret,
    timeoutMs: TIMEOUT_MS,
  });
  const send: GuardFetch = (url, init) => fetch(url, init);
  const knowledge = new Knowledge();
  const credentials = new ServiceCredentials(settings, send);
  return { knowledge, client: new ServiceClient(settings, credentials, new GuardMetrics(knowledge), send) };
}
