import type { UserView } from '../../apps/auth/src/modules/user/index.js';
import type { TestApp } from './app.js';
import { PASSWORD } from './people.js';
import { CodeApp } from './totp.js';

/** What somebody has who has set up an app that shows codes. */
export interface SecondFactor {
  readonly codes: CodeApp;
  readonly recoveryCodes: string[];
  /** What the service told the app. */
  readonly enrolment: { readonly secret: string; readonly uri: string; readonly picture: string };
  /** `Authorization` header of the session that set it up. */
  readonly authorization: string;
}

/** Logs a user in and sets up an app that shows codes; the code of the step before has been used. */
export async function addSecondFactor(app: TestApp, user: Pick<UserView, 'email'>): Promise<SecondFactor> {
  const login = { email: user.email, password: PASSWORD };
  const { body: tokens } = await app.request().post('/auth/v1/login').send(login).expect(200);
  const authorization = `Bearer ${tokens.accessToken as string}`;
  const own = (path: string, body: object = {}) =>
    app.request().post(`/auth/v1/users/me/authenticators${path}`).set({ authorization }).send(body);
  const enrolment = (await own('/totp').expect(201)).body as SecondFactor['enrolment'];
  const codes = new CodeApp(enrolment.secret);
  const { body } = await own('/totp/confirm', { code: codes.code(-1) }).expect(200);
  return { codes, recoveryCodes: body.recoveryCodes as string[], enrolment, authorization };
}
