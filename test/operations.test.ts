import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { JobRunner, PeriodicJobs } from '../apps/auth/src/core/jobs/index.js';
import { MailDelivery, MailLog, MailOutbox } from '../apps/auth/src/core/mail/index.js';
import { LiveSettings } from '../apps/auth/src/core/settings/index.js';
import { AppLogger } from '../apps/auth/src/core/telemetry/index.js';
import { type TestApp, useCommittingApps } from './support/app.js';
import { useMailbox } from './support/mailbox.js';
import { bearer, createUser, createUserWith, createUserWithRole, PASSWORD } from './support/people.js';

jest.setTimeout(60_000);

const BOUND_MS = 1000;
const mailbox = useMailbox();
const [here, there] = useCommittingApps(2, () => ({ SMTP_URL: mailbox.url })) as [TestApp, TestApp];

let authorization = '';
beforeAll(async () => {
  authorization = await bearer(here, await createUserWithRole(here, 'superuser'));
});

const get = (path: string, app = here) => app.request().get(`/auth/v1/${path}`).set({ authorization });
const post = (path: string, app = here) => app.request().post(`/auth/v1/${path}`).set({ authorization });

/** Waits until something is so; milliseconds that it took. */
async function until(isSo: () => boolean | Promise<boolean>): Promise<number> {
  const since = Date.now();
  while (!(await isSo())) {
    if (Date.now() - since > 10_000) throw new Error('it never came to be');
    await sleep(5);
  }
  return Date.now() - since;
}

/** An item of one of the lists that are asked here. */
type Item = Readonly<Record<string, unknown>> & {
  readonly id: string;
  readonly name: string;
  readonly version: number;
};
const items = async (path: string, app = here) =>
  ((await get(path, app).expect(200)).body as { readonly items: readonly Item[] }).items;
const named = async (path: string, name: string, app = here) =>
  (await items(path, app)).find((item) => item.name === name)!;

const lastEvent = async (action: string) => (await items(`audit-log?action=${action}&limit=1`))[0];

describe('settings at run time', () => {
  const put = (name: string, value: unknown, app = here) =>
    app.request().put(`/auth/v1/settings/${name}`).set({ authorization }).send({ value });
  const reset = (name: string) => here.request().delete(`/auth/v1/settings/${name}`).set({ authorization });
  const setting = (name: string, app = here) => named('settings', name, app);

  it('hold on every instance within a second, until they are reset', async () => {
    const user = await createUser(here);
    const tryIn = (app: TestApp) =>
      app
        .request()
        .post('/auth/v1/login')
        .send({ email: user.email, password: `not ${PASSWORD}` });
    await put('LOGIN_FAILURES_PER_ACCOUNT', '1').expect(204);
    await tryIn(here).expect(401);
    await tryIn(here).expect(429);
    expect(await setting('LOGIN_FAILURES_PER_ACCOUNT', there)).toMatchObject({
      value: '1',
      default: '10',
      environment: '10',
      isChanged: true,
      group: 'throttles',
      shape: { type: 'number', min: 1, max: 1000 },
    });
    await sleep(BOUND_MS);
    const other = await createUser(here);
    const tryOther = () =>
      there
        .request()
        .post('/auth/v1/login')
        .send({ email: other.email, password: `not ${PASSWORD}` });
    await tryOther().expect(401);
    await tryOther().expect(429);
    await reset('LOGIN_FAILURES_PER_ACCOUNT').expect(204);
    await sleep(BOUND_MS);
    await tryOther().expect(401);
    expect(await setting('LOGIN_FAILURES_PER_ACCOUNT')).toMatchObject({
      value: '10',
      isChanged: false,
      version: 2,
    });
  });

  it('switch the log level of all instances; what one of them was set to alone stays till then', async () => {
    const levels = () => [here, there].map(({ app }) => app.get(AppLogger).level);
    for (const { app } of [here, there]) app.get(LiveSettings).start();
    await put('LOG_LEVEL', 'fatal').expect(204);
    expect(await until(() => levels().join() === 'fatal,fatal')).toBeLessThan(BOUND_MS);
    await here
      .request()
      .put('/auth/v1/log-level')
      .set({ authorization })
      .send({ level: 'silent' })
      .expect(204);
    await put('MAIL_RETENTION_DAYS', '31').expect(204);
    await sleep(300);
    expect(levels()).toEqual(['silent', 'fatal']);
    await reset('LOG_LEVEL').expect(204);
    await until(() => levels().join() === 'silent,silent');
    await reset('MAIL_RETENTION_DAYS').expect(204);
  });

  it('change what a new password has to be, and what the pages say of it', async () => {
    const { email } = await createUser(here);
    const create = (password: string) =>
      here
        .request()
        .post('/auth/v1/users')
        .set({ authorization })
        .send({ email: `new-${email}`, password });
    await put('PASSWORD_MIN_LENGTH', '20').expect(204);
    const { body } = await create('eighteen letters..').expect(422);
    expect(body.errors).toEqual([
      { field: 'password', message: 'The password must have at least 20 characters.' },
    ]);
    const page = await here.request().get('/auth/account/sign-up').expect(200);
    expect(page.text).toContain('At least 20 characters');
    await put('PASSWORD_BLOCKED_WORDS', ' Acme Rockets , ').expect(204);
    expect(await setting('PASSWORD_BLOCKED_WORDS')).toMatchObject({ value: 'Acme Rockets' });
    await create('acme rocketsacme rockets1').expect(422);
    await put('PASSWORD_BLOCKED_WORDS', '').expect(204);
    await create('acme rocketsacme rockets1').expect(201);
    await reset('PASSWORD_MIN_LENGTH').expect(204);
    await reset('PASSWORD_BLOCKED_WORDS').expect(204);
  });

  it('close the sign-up', async () => {
    await put('SIGN_UP', 'closed').expect(204);
    const { body } = await here
      .request()
      .post('/auth/v1/register')
      .send({ email: 'stranger@example.test', password: PASSWORD });
    expect(body.code).toBe('sign_up_closed');
    expect((await here.request().get('/auth/account/login')).text).not.toContain('sign-up');
    await reset('SIGN_UP').expect(204);
  });

  it('are checked like the configuration, by the name of the field', async () => {
    for (const [name, value] of [
      ['LOGIN_FAILURES_PER_ACCOUNT', '0'],
      ['LOGIN_FAILURES_PER_ACCOUNT', ''],
      ['LOGIN_FAILURES_PER_ACCOUNT', 'many'],
      ['LOGIN_FAILURES_PER_ACCOUNT', 5],
      ['PASSWORD_MIN_LENGTH', '14'],
      ['LOG_LEVEL', 'loud'],
      ['LOG_LEVEL', null],
    ] as const) {
      const { body } = await put(name, value).expect(400);
      expect([name, value, body.errors[0].field]).toEqual([name, value, 'value']);
    }
    for (const name of ['KEY_ENCRYPTION_KEY', 'DATABASE_URL', 'constructor', '__proto__']) {
      const { body } = await put(name, 'x').expect(400);
      expect(body.errors[0].field).toBe('name');
    }
  });

  it('are audited with before and after, and refuse a version that somebody else has passed', async () => {
    await put('ACCOUNT_REQUESTS_PER_HOUR', '70').expect(204);
    expect(await lastEvent('setting.changed')).toMatchObject({
      subjectId: 'ACCOUNT_REQUESTS_PER_HOUR',
      before: '60',
      after: '70',
    });
    const { version } = await setting('ACCOUNT_REQUESTS_PER_HOUR');
    await put('ACCOUNT_REQUESTS_PER_HOUR', '80')
      .set({ 'if-match': `"${version}"` })
      .expect(204);
    const late = await put('ACCOUNT_REQUESTS_PER_HOUR', '90').set({ 'if-match': `"${version}"` });
    expect(late.body.code).toBe('version_mismatch');
    await reset('ACCOUNT_REQUESTS_PER_HOUR').expect(204);
    expect(await lastEvent('setting.reset')).toMatchObject({ before: '80', after: '60' });
    const events = (await items('audit-log?action=setting.reset')).length;
    await reset('ACCOUNT_REQUESTS_PER_HOUR').expect(204);
    expect(await items('audit-log?action=setting.reset')).toHaveLength(events);
  });

  it('are for those who may', async () => {
    const reader = await bearer(here, await createUserWith(here, 'system:read'));
    await here.request().get('/auth/v1/settings').set({ authorization: reader }).expect(200);
    await here
      .request()
      .put('/auth/v1/settings/LOG_LEVEL')
      .set({ authorization: reader })
      .send({ value: 'info' })
      .expect(403);
  });

  it('that an older version of the service stored, and are not right here, do not hold', async () => {
    await here.dataSource.query(
      `INSERT INTO settings (name, value, version) VALUES ('MAILS_PER_ADDRESS_PER_HOUR', 'lots', 1)`,
    );
    await put('MAIL_RETENTION_DAYS', '40').expect(204);
    expect(await setting('MAILS_PER_ADDRESS_PER_HOUR')).toMatchObject({ value: '10', isChanged: false });
    await reset('MAIL_RETENTION_DAYS').expect(204);
  });
});

describe('periodic work', () => {
  let runs = 0;
  let atOnce = 0;
  let most = 0;
  let failure: Error | null = null;
  /** Ends when it is stopped, if it is one that lasts. */
  let lasts = false;
  const job = (name: string) => named('jobs', name);

  beforeAll(async () => {
    for (const { app } of [here, there])
      app.get(PeriodicJobs).declare({
        name: 'tested',
        everySeconds: 3600,
        canStop: true,
        run: async (signal) => {
          runs += 1;
          most = Math.max(most, ++atOnce);
          await sleep(50);
          while (lasts && !signal.aborted) await sleep(5);
          atOnce -= 1;
          if (failure !== null) throw failure;
        },
      });
    await Promise.all([here, there].map(({ app }) => app.get(JobRunner).start()));
  });

  it('is there from the start: clean-up and keys', async () => {
    const all = await items('jobs');
    expect(all.map(({ name }) => name)).toEqual([
      'maintain-signing-keys',
      'prune-account-requests',
      'prune-authorization-changes',
      'prune-federated-logins',
      'prune-login-attempts',
      'prune-mails',
      'prune-sessions',
      'tested',
    ]);
    for (const item of all.slice(1)) expect(item).toMatchObject({ status: 'waiting', attempts: 0 });
  });

  it('runs now when somebody wants it to, on one instance', async () => {
    const asked = Date.now();
    await post('jobs/tested/run').expect(202);
    await until(async () => (await job('tested')).outcome === 'succeeded');
    expect(Date.now() - asked).toBeLessThan(2000);
    const { status, lastMs, instance, nextRunAt } = await job('tested');
    expect({ runs, status }).toEqual({ runs: 1, status: 'waiting' });
    expect(lastMs).toBeGreaterThanOrEqual(50);
    expect(instance).toContain(String(process.pid));
    expect(Date.parse(String(nextRunAt)) - Date.now()).toBeGreaterThan(3_500_000);
    expect(await lastEvent('job.requested')).toMatchObject({ subjectId: 'tested' });
    await post('jobs/nothing/run').expect(404);
  });

  it('never runs twice at once, however many look for it', async () => {
    runs = 0;
    most = 0;
    for (let round = 0; round < 5; round++) {
      await here.dataSource.query("UPDATE periodic_jobs SET due_at = now() WHERE name = 'tested'");
      await Promise.all([here, there, here, there].map(({ app }) => app.get(JobRunner).runDue()));
    }
    expect({ runs, most }).toEqual({ runs: 5, most: 1 });
  });

  it('tells why it failed without secrets, tries again soon, and is well after a run that succeeds', async () => {
    failure = new Error('cannot send https://auth.example.test/reset?token=secret');
    await post('jobs/tested/run').expect(202);
    await until(async () => (await job('tested')).status === 'failed');
    const failed = await job('tested');
    expect(failed).toMatchObject({ attempts: 1, errorCode: 'unexpected', error: 'cannot send …' });
    expect(Date.parse(String(failed.nextRunAt)) - Date.now()).toBeLessThan(61_000);
    failure = null;
    await post('jobs/tested/run').expect(202);
    await until(async () => (await job('tested')).outcome === 'succeeded');
    expect(await job('tested')).toMatchObject({ attempts: 0, error: null, status: 'waiting' });
  });

  it('can be stopped from the other instance while it runs, and is refused then', async () => {
    lasts = true;
    await post('jobs/tested/run').expect(202);
    await until(async () => (await job('tested')).status === 'running');
    await post('jobs/tested/run').expect(409);
    await post('jobs/tested/cancel', there).expect(202);
    expect(await until(async () => (await job('tested')).outcome === 'stopped')).toBeLessThan(BOUND_MS);
    await post('jobs/tested/cancel').expect(409);
    lasts = false;
  });

  it('is taken over from an instance that died in the middle of it', async () => {
    runs = 0;
    await here.dataSource.query(
      `UPDATE periodic_jobs SET lease_id = gen_random_uuid(), lease_until = now() + interval '1 hour',
         instance = 'gone:1', due_at = now() - interval '1 minute' WHERE name = 'tested'`,
    );
    await there.app.get(JobRunner).runDue();
    expect({ runs, status: (await job('tested')).status }).toEqual({ runs: 0, status: 'running' });
    await here.dataSource.query("UPDATE periodic_jobs SET lease_until = now() WHERE name = 'tested'");
    await there.app.get(JobRunner).runDue();
    expect(runs).toBe(1);
    expect(await job('tested')).toMatchObject({ outcome: 'succeeded' });
  });

  it('is for those who may', async () => {
    const reader = await bearer(here, await createUserWith(here, 'job:read'));
    const as = { authorization: reader };
    await here.request().get('/auth/v1/jobs').set(as).expect(200);
    await here.request().post('/auth/v1/jobs/tested/run').set(as).expect(403);
    await here.request().post('/auth/v1/jobs/tested/cancel').set(as).expect(403);
  });
});

describe('mails', () => {
  const mailTo = (recipient: string) => items(`mails?search=${recipient}`);
  const oneMailTo = async (recipient: string) => (await mailTo(recipient))[0]!;
  const deliver = () => Promise.all([here, there].map(({ app }) => app.get(MailDelivery).deliver()));
  const queue = (recipient: string) =>
    here.app.get(MailOutbox).queue('password-changed', recipient, { locale: 'en' });
  const due = (recipient: string) =>
    here.dataSource.query('UPDATE outgoing_mails SET due_at = now() WHERE recipient = $1', [recipient]);

  it('tell to whom they went, and nothing of what they said', async () => {
    await queue('sent@example.test');
    expect(await mailTo('sent@')).toMatchObject([{ status: 'waiting', attempts: 0 }]);
    await deliver();
    mailbox.take('sent@example.test');
    const mail = await oneMailTo('SENT@example');
    expect(mail).toEqual({
      id: expect.any(String),
      recipient: 'sent@example.test',
      kind: 'password-changed',
      status: 'sent',
      attempts: 1,
      createdAt: expect.any(String),
      dueAt: null,
      lastTriedAt: expect.any(String),
      sentAt: expect.any(String),
      errorCode: null,
      error: null,
    });
    await post(`mails/${mail.id}/send-again`).expect(409);
    await post(`mails/${mail.id}/cancel`).expect(409);
  });

  it('tell why they could not be sent, are given up after a day, and sent again when somebody wants it', async () => {
    mailbox.refuse(true);
    await queue('late@example.test');
    await deliver();
    expect(await mailTo('late@')).toMatchObject([
      {
        status: 'waiting',
        attempts: 1,
        errorCode: 'refused_for_now',
        error: expect.stringContaining('not now'),
      },
    ]);
    await here.dataSource.query("UPDATE outgoing_mails SET expires_at = now() - interval '1 second'");
    await due('late@example.test');
    await deliver();
    const mail = await oneMailTo('late@');
    expect(mail).toMatchObject({ status: 'failed', attempts: 2, dueAt: null });
    expect(await items('mails?status=failed')).toHaveLength(1);
    expect((await here.app.get(MailLog).troubled(10)).map(({ id }) => id)).toContain(mail.id);
    mailbox.refuse(false);
    await post(`mails/${mail.id}/send-again`).expect(202);
    expect(await lastEvent('mail.sent_again')).toMatchObject({
      subjectId: mail.id,
      before: { recipient: 'late@example.test', status: 'failed' },
    });
    await deliver();
    mailbox.take('late@example.test');
    expect(await mailTo('late@')).toMatchObject([{ status: 'sent', errorCode: null }]);
  });

  it('can be given up, and are not sent then', async () => {
    await queue('never@example.test');
    const mail = await oneMailTo('never@');
    await post(`mails/${mail.id}/cancel`).expect(204);
    await deliver();
    expect(mailbox.mails).toEqual([]);
    expect(await mailTo('never@')).toMatchObject([{ status: 'cancelled' }]);
    await post(`mails/${mail.id}/cancel`).expect(409);
    expect((await here.app.get(MailLog).troubled(10)).map(({ id }) => id)).not.toContain(mail.id);
  });

  it('are neither sent again nor given up while somebody is sending them', async () => {
    await queue('now@example.test');
    const mail = await oneMailTo('now@');
    await here.dataSource.query(
      "UPDATE outgoing_mails SET taken_until = now() + interval '1 minute', due_at = now() + interval '1 minute' WHERE id = $1",
      [mail.id],
    );
    await post(`mails/${mail.id}/send-again`).expect(409);
    await post(`mails/${mail.id}/cancel`).expect(409);
  });

  it('say so when there was nothing left to tell', async () => {
    await here.app.get(MailOutbox).queue('email-verification', 'nobody@example.test', {});
    await deliver();
    expect(mailbox.mails).toEqual([]);
    expect(await mailTo('nobody@')).toMatchObject([{ status: 'not_needed' }]);
  });

  it('are forgotten after their days, unless they wait', async () => {
    await queue('old@example.test');
    await deliver();
    await queue('waits@example.test');
    await here.dataSource.query(
      "UPDATE outgoing_mails SET created_at = now() - interval '31 days' WHERE recipient IN ('old@example.test', 'waits@example.test')",
    );
    await post('jobs/prune-mails/run').expect(202);
    await until(async () => (await mailTo('old@')).length === 0);
    expect(await mailTo('waits@')).toHaveLength(1);
  });

  it('are listed page by page, and for those who may', async () => {
    const first = (await get('mails?limit=2').expect(200)).body;
    const second = (await get(`mails?limit=2&cursor=${first.nextCursor}`).expect(200)).body;
    const ids = [...first.items, ...second.items].map(({ id }: { id: string }) => id);
    expect(new Set(ids).size).toBe(4);
    await get('mails?status=lost').expect(400);
    const as = { authorization: await bearer(here, await createUserWith(here, 'mail:read')) };
    await here.request().get('/auth/v1/mails').set(as).expect(200);
    await here.request().post(`/auth/v1/mails/${ids[0]}/send-again`).set(as).expect(403);
    await here.request().post(`/auth/v1/mails/${ids[0]}/cancel`).set(as).expect(403);
  });
});
