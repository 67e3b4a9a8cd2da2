import { v7 } from 'uuid';
import type { PermissionName } from '@auth-service/authorization';
import { AssignRole, CreateRole, FindRole } from '../../apps/auth/src/modules/rbac/index.js';
import { CreateUser, type NewUser, type UserView } from '../../apps/auth/src/modules/user/index.js';
import type { TestApp } from './app.js';

/** Long enough for the policy. */
export const PASSWORD = 'correct horse battery staple';

let count = 0;

/** An address that nobody else has. */
export const newEmail = (): string => `person-${process.pid}-${++count}@example.test`;

/** Makes a user, active and with {@link PASSWORD}; `overrides` say otherwise. */
export function createUser({ app }: TestApp, overrides: Partial<NewUser> = {}): Promise<UserView> {
  return app.get(CreateUser).execute({ email: newEmail(), password: PASSWORD, ...overrides });
}

/** Makes a user with a built-in role. */
export async function createUserWithRole(instance: TestApp, role: string): Promise<UserView> {
  const user = await createUser(instance);
  const roleId = await instance.app.get(FindRole).execute(role);
  await instance.app.get(AssignRole).execute(user.id, roleId ?? '');
  return user;
}

/** Makes a user who holds exactly these permissions beside those of everybody. */
export async function createUserWith(instance: TestApp, ...permissions: PermissionName[]): Promise<UserView> {
  const user = await createUser(instance);
  const role = await instance.app.get(CreateRole).execute({ name: `role ${v7()}`, permissions });
  await instance.app.get(AssignRole).execute(user.id, role.id);
  return user;
}

/** What a login answers. */
export interface Tokens {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly sessionId: string;
}

/** Logs in over REST. */
export async function logIn(instance: TestApp, email: string, password = PASSWORD): Promise<Tokens> {
  const { body } = await instance.request().post('/auth/v1/login').send({ email, password }).expect(200);
  return body as Tokens;
}

/** An `Authorization` header of a user just logged in. */
export async function bearer(instance: TestApp, { email }: Pick<UserView, 'email'>): Promise<string> {
  return `Bearer ${(await logIn(instance, email)).accessToken}`;
}
