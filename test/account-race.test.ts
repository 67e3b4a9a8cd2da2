import { describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { MailDelivery } from '../apps/auth/src/core/mail/index.js';
import { useCommittingApps } from './support/app.js';
import { useMailbox } from './support/mailbox.js';
import { createUser, newEmail, PASSWORD } from './support/people.js';

const mailbox = useMailbox();
const apps = useCommittingApps(2, () => ({
  SMTP_URL: mailbox.url,
  ACCOUNT_REQUESTS_PER_HOUR: '100',
  MAILS_PER_ADDRESS_PER_HOUR: '3',
}));

type App = (typeof apps)[number];
const post = (app: App, path: string, body: object) => app.request().post(`/auth/v1${path}`).send(body);
const statuses = async (calls: readonly PromiseLike<{ status: number }>[]) =>
  (await Promise.all(calls)).map(({ status }) => status).sort();
const everywhere = <T>(work: (app: App) => T): T[] => apps.map((app) => work(app));
const deliver = () => Promise.all(everywhere((app) => app.app.get(MailDelivery).deliver()));
const start = () => everywhere((app) => app.app.get(MailDelivery).start());

describe('two instances', () => {
  it('let one of many parallel uses of a link win', async () => {
    const email = newEmail();
    await post(apps[0]!, '/register', { email, password: PASSWORD });
    await deliver();
    const { token } = mailbox.take(email);
    const verify = Array.from({ length: 10 }, (_, index) =>
      post(apps[index % 2]!, '/email/verify', { token }),
    );
    expect(await statuses(verify)).toEqual([204, ...Array<number>(9).fill(410)]);

    await post(apps[0]!, '/password/forgot', { email });
    await deliver();
    const reset = mailbox.take(email);
    const resets = everywhere((app) =>
      post(app, '/password/reset', { token: reset.token, password: `${PASSWORD}!` }),
    );
    expect(await statuses(resets)).toEqual([204, 410]);
    await deliver();
    expect(mailbox.take(email).subject).toBe('Your password was changed');
  });

  it('send each mail once', async () => {
    const emails = Array.from({ length: 12 }, () => newEmail());
    for (const email of emails) await post(apps[0]!, '/register', { email, password: PASSWORD });
    await deliver();
    expect(mailbox.mails.map(({ to }) => to).sort()).toEqual([...emails].sort());
  });

  it('cap the mails of an address together, without telling', async () => {
    const { email } = await createUser(apps[0]!);
    const asked = Array.from({ length: 10 }, (_, index) =>
      post(apps[index % 2]!, '/password/forgot', { email }),
    );
    expect(await statuses(asked)).toEqual(Array(10).fill(202));
    await deliver();
    expect(mailbox.mails.filter(({ to }) => to === email)).toHaveLength(3);
  });

  it('count what one network asks for together, also when it comes at once', async () => {
    const forgot = Array.from({ length: 130 }, (_, index) =>
      post(apps[index % 2]!, '/email/resend', { email: newEmail() }),
    );
    const answered = await statuses(forgot);
    expect(answered.filter((status) => status === 202)).toHaveLength(100);
    expect(answered.filter((status) => status === 429)).toHaveLength(30);
    const refused = await post(apps[0]!, '/email/resend', { email: newEmail() });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  });
});

describe('a mail server that fails', () => {
  it('delays mails and nothing else', async () => {
    const email = newEmail();
    mailbox.refuse(true);
    const began = Date.now();
    const answer = await post(apps[0]!, '/register', { email, password: PASSWORD });
    expect(answer.status).toBe(202);
    expect(Date.now() - began).toBeLessThan(2000);
    await deliver();
    expect(mailbox.mails).toEqual([]);
    const waiting = await apps[0]!.dataSource.query<{ attempts: number; waits: boolean }[]>(
      'SELECT attempts, due_at > clock_timestamp() AS waits FROM outgoing_mails WHERE recipient = $1 AND sent_at IS NULL',
      [email],
    );
    expect(waiting).toEqual([{ attempts: 1, waits: true }]);

    mailbox.refuse(false);
    await apps[0]!.dataSource.query('UPDATE outgoing_mails SET due_at = now() WHERE recipient = $1', [email]);
    start();
    for (let waited = 0; mailbox.mails.length === 0 && waited < 8000; waited += 100) await sleep(100);
    await post(apps[1]!, '/email/verify', { token: mailbox.take(email).token }).expect(204);
  }, 20_000);
});
