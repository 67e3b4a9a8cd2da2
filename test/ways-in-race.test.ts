import { describe, expect, it } from '@jest/globals';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MailDelivery } from '../apps/auth/src/core/mail/index.js';
import { type TestApp, useCommittingApps } from './support/app.js';
import { useMailbox } from './support/mailbox.js';
import { CLIENT_ID, CLIENT_SECRET, useOpenIdProvider } from './support/openid-provider.js';
import { createUser, newEmail, PASSWORD } from './support/people.js';
import { addSecondFactor } from './support/second-factor.js';

const RETURN_URL = 'https://app.example.test/back';
const AT_ONCE = 10;
const provider = useOpenIdProvider();
const mailbox = useMailbox();
process.env.TEST_PROVIDER_SECRET = CLIENT_SECRET;

const apps = useCommittingApps(2, () => {
  const file = join(mkdtempSync(join(tmpdir(), 'providers-')), 'providers.json');
  const acme = { clientId: CLIENT_ID, clientSecretEnv: 'TEST_PROVIDER_SECRET', createUsers: true };
  writeFileSync(file, JSON.stringify({ acme: { ...acme, issuer: provider.issuer, label: 'Acme' } }));
  return {
    SMTP_URL: mailbox.url,
    EMAIL_LOGIN: 'on',
    TEST_PROVIDER_SECRET: CLIENT_SECRET,
    IDENTITY_PROVIDERS_FILE: file,
    FEDERATION_RETURN_URLS: RETURN_URL,
  };
}) as [TestApp, TestApp];
const [here] = apps;

const post = (app: TestApp, path: string, body: object) => app.request().post(`/auth/v1${path}`).send(body);

/** Sends as many requests at once, by turns to both instances. @returns the statuses, sorted */
async function race(count: number, send: (app: TestApp, place: number) => PromiseLike<{ status: number }>) {
  const answers = await Promise.all(
    Array.from({ length: count }, (_, place) => send(apps[place % 2]!, place)),
  );
  return answers.map(({ status }) => status).sort();
}

const oneOf = (count: number, refusal: number) => [200, ...Array<number>(count - 1).fill(refusal)];

async function withSecondFactor() {
  const user = await createUser(here);
  return { user, ...(await addSecondFactor(here, user)) };
}

async function challengesFor(email: string, count: number): Promise<string[]> {
  const challenges: string[] = [];
  for (let place = 0; place < count; place++) {
    const { body } = await post(here, '/login', { email, password: PASSWORD }).expect(401);
    challenges.push(body.challenge as string);
  }
  return challenges;
}

const sessionsOf = async (email: string): Promise<number> => {
  const [{ count }] = await here.dataSource.query(
    'SELECT count(*)::int FROM sessions s JOIN users u ON u.id = s.user_id WHERE u.email = $1',
    [email],
  );
  return count as number;
};

describe('of many uses at once over two instances one wins, for', () => {
  it('a code of an app', async () => {
    const { user, codes } = await withSecondFactor();
    const challenges = await challengesFor(user.email, AT_ONCE);
    const code = codes.code();
    const statuses = await race(AT_ONCE, (app, place) =>
      post(app, '/login/second-factor', { challenge: challenges[place], method: 'totp', code }),
    );
    expect(statuses).toEqual(oneOf(AT_ONCE, 401));
    expect(await sessionsOf(user.email)).toBe(2);
  });

  it('a recovery code', async () => {
    const { user, recoveryCodes } = await withSecondFactor();
    const challenges = await challengesFor(user.email, AT_ONCE);
    const statuses = await race(AT_ONCE, (app, place) =>
      post(app, '/login/second-factor', {
        challenge: challenges[place],
        method: 'recovery_code',
        code: recoveryCodes[0],
      }),
    );
    expect(statuses).toEqual(oneOf(AT_ONCE, 401));
  });

  it('a login that waits, whatever is shown', async () => {
    const { user, recoveryCodes } = await withSecondFactor();
    const [challenge] = await challengesFor(user.email, 1);
    // As many as a challenge allows tries; each code is right.
    const statuses = await race(5, (app, place) =>
      post(app, '/login/second-factor', { challenge, method: 'recovery_code', code: recoveryCodes[place] }),
    );
    expect(statuses).toEqual(oneOf(5, 410));
    expect(await sessionsOf(user.email)).toBe(2);
  });

  it('a mailed code', async () => {
    const { email } = await createUser(here);
    const { body } = await post(here, '/login/email', { email, kind: 'code' }).expect(202);
    await here.app.get(MailDelivery).deliver();
    const code = /\b\d{8}\b/.exec(mailbox.take(email).text)?.[0];
    const statuses = await race(5, (app) =>
      post(app, '/login/email/code', { challenge: body.challenge as string, code }),
    );
    expect(statuses).toEqual(oneOf(5, 401));
    expect(await sessionsOf(email)).toBe(1);
  });

  it('the way back from another provider, and the code that an app gets by it', async () => {
    const email = newEmail();
    const codeVerifier = randomBytes(32).toString('base64url');
    const query = new URLSearchParams({
      returnUrl: RETURN_URL,
      codeChallenge: createHash('sha256').update(codeVerifier).digest('base64url'),
    });
    const path = '/auth/account/federation/acme';
    const begun = await here.request().get(`${path}/authorize?${query.toString()}`).expect(200);
    const cookie = (begun.headers['set-cookie'] as unknown as string[])[0]?.split(';')[0] ?? '';
    const claims = { sub: randomBytes(8).toString('hex'), email, email_verified: true, name: 'Ada Lovelace' };
    const back = provider.authorize(linkOf(begun.text), claims).toString();
    const texts: string[] = [];
    const arrivals = await race(AT_ONCE, async (app) => {
      const answer = await app.request().get(`${path}/callback?${back}`).set({ cookie });
      if (answer.status === 200) texts.push(answer.text);
      return answer;
    });
    expect(arrivals.filter((status) => status === 200)).toHaveLength(1);
    expect(arrivals.filter((status) => status >= 500)).toEqual([]);

    const code = new URL(linkOf(texts[0] ?? '')).searchParams.get('code');
    const exchanges = await race(AT_ONCE, (app) => post(app, '/federation/exchange', { code, codeVerifier }));
    expect(exchanges).toEqual(oneOf(AT_ONCE, 410));
    expect(await sessionsOf(email)).toBe(1);
  });
});

const linkOf = (text: string): string => (/url=([^"]+)"/.exec(text)?.[1] ?? '').replaceAll('&amp;', '&');
