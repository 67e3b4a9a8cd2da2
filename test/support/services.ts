import type { PermissionName } from '@auth-service/authorization';
import { AddClientSecret, CreateServiceAccount } from '../../apps/auth/src/modules/service-account/index.js';
import { AccessPolicy } from '../../apps/auth/src/core/access/index.js';
import { CreateApiKey, type IssuedApiKey } from '../../apps/auth/src/modules/api-key/index.js';
import type { TestApp } from './app.js';

let count = 0;

/** A registered service with one secret. */
export interface TestService {
  readonly id: string;
  readonly clientSecret: string;
  /** Its `Authorization` header where services show their secret. */
  readonly basic: string;
}

/** What it sends for HTTP Basic authentication. */
export const basicHeader = (clientId: string, clientSecret: string): string =>
  `Basic ${Buffer.from(`${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret)}`).toString('base64')}`;

/** Registers a service with these permissions. */
export async function createService(
  { app }: TestApp,
  ...permissions: PermissionName[]
): Promise<TestService> {
  const name = `service ${process.pid} ${++count}`;
  const { id } = await app.get(CreateServiceAccount).execute({ name, permissions });
  const { clientSecret } = await app.get(AddClientSecret).execute(id);
  return { id, clientSecret, basic: basicHeader(id, clientSecret) };
}

/** Sends a form to one of the addresses for services. */
export const sendForm = (
  instance: TestApp,
  name: 'token' | 'introspect' | 'revoke',
  basic: string,
  form: Record<string, string>,
) => instance.request().post(`/auth/v1/oauth/${name}`).set('authorization', basic).type('form').send(form);

/** An access token of a service's own. */
export async function serviceToken(
  instance: TestApp,
  { basic }: TestService,
  scope?: string,
): Promise<string> {
  const form = { grant_type: 'client_credentials', ...(scope !== undefined && { scope }) };
  const { body } = await sendForm(instance, 'token', basic, form).expect(200);
  return body.access_token as string;
}

/** An API key of a user, made in a login with a password alone. */
export async function createApiKey(
  { app }: TestApp,
  userId: string,
  ...permissions: PermissionName[]
): Promise<IssuedApiKey> {
  const owner = {
    userId,
    permissions: await app.get(AccessPolicy).permissionsOf(userId),
    level: 'aal1' as const,
  };
  return app.get(CreateApiKey).execute(owner, { name: 'a key', permissions, expiresInDays: 30 });
}
