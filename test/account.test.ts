import { describe, expect, it } from '@jest/globals';
import type { PermissionName } from '@auth-service/authorization';
import { InvalidationChannel } from '../apps/auth/src/core/cache/index.js';
import { MailDelivery } from '../apps/auth/src/core/mail/index.js';
import { CreateRole } from '../apps/auth/src/modules/rbac/index.js';
import type { UserView } from '../apps/auth/src/modules/user/index.js';
import { useApp } from './support/app.js';
import { useMailbox } from './support/mailbox.js';
import {
  bearer,
  createUser,
  createUserWith,
  createUserWithRole,
  logIn,
  newEmail,
  PASSWORD,
} from './support/people.js';

const NEW_PASSWORD = 'another horse battery staple';
const mailbox = useMailbox();
const app = useApp(() => ({
  SMTP_URL: mailbox.url,
  PUBLIC_URL: 'https://id.example.test',
  PRODUCT_NAME: 'Acme <ID>',
}));

const deliver = () => app.app.get(MailDelivery).deliver();
const post = (path: string, body: object) => app.request().post(`/auth/v1${path}`).send(body);
const tryLogIn = (email: string, password: string) => post('/login', { email, password });
const events = async (action: string) => {
  const rows = await app.dataSource.query<{ after: unknown; outcome: string }[]>(
    'SELECT after, outcome FROM audit_log WHERE action = $1',
    [action],
  );
  return rows;
};

/** The mail that was sent to an address, after all that waits has gone out. */
async function mailTo(email: string) {
  await deliver();
  return mailbox.take(email);
}

async function as(user: Pick<UserView, 'email'>) {
  const authorization = await bearer(app, user);
  return {
    send: (method: 'get' | 'post' | 'put' | 'delete' | 'patch', path: string, body?: object) =>
      app.request()[method](`/auth/v1${path}`).set('authorization', authorization).send(body),
  };
}

describe('signing up', () => {
  it('makes the account with the mailed link, once', async () => {
    const email = newEmail();
    await post('/register', { email: email.toUpperCase(), password: PASSWORD, displayName: 'Ada' }).expect(
      202,
      {},
    );
    await tryLogIn(email, PASSWORD).expect(401);
    const mail = await mailTo(email);
    expect(mail.subject).toBe('Confirm your e-mail address');
    expect(mail.link).toMatch(/^https:\/\/id\.example\.test\/auth\/account\/verify-email\?token=[\w-]{40,}$/);
    expect(mail.text).toContain('Acme <ID>');
    expect(mail.html).toContain('Acme &lt;ID&gt;');
    expect(mail.html).toContain(mail.link.replace('=', '&#x3D;'));

    await post('/email/verify', { token: mail.token }).expect(204);
    await post('/email/verify', { token: mail.token }).expect(410);
    const me = await (await as({ email })).send('get', '/users/me').expect(200);
    expect(me.body).toMatchObject({ email, displayName: 'Ada', emailVerified: true });
  });

  it('answers a known address alike, changes nothing there, and tells its owner by mail', async () => {
    const known = await createUser(app);
    const stranger = newEmail();
    const answers = [
      await post('/register', { email: known.email, password: NEW_PASSWORD }),
      await post('/register', { email: stranger, password: NEW_PASSWORD }),
    ].map(({ status, text, headers }) => {
      const { date: _, 'x-request-id': __, ...rest } = headers as Record<string, string>;
      return { status, text, rest };
    });
    expect(answers[0]).toEqual(answers[1]);
    const mail = await mailTo(known.email);
    expect(mail.subject).toBe('You have an account already');
    expect(mail.token).toBe('');
    await tryLogIn(known.email, NEW_PASSWORD).expect(401);
    await tryLogIn(known.email, PASSWORD).expect(200);
  });

  it('cannot say of itself that the address is confirmed', async () => {
    const { body } = await post('/register', {
      email: newEmail(),
      password: PASSWORD,
      emailVerified: true,
    }).expect(400);
    expect(body.errors[0].field).toBe('emailVerified');
  });

  it.each([
    ['email', { email: 'nobody', password: PASSWORD }],
    ['email', { email: 'a@example.test\r\nBcc: b@example.test', password: PASSWORD }],
    ['password', { email: 'a@example.test', password: 'too short' }],
    ['password', { email: 'a@example.test' }],
  ])('names the field %s that is wrong', async (field, body) => {
    const answer = await post('/register', body);
    expect(answer.status).toBe(field === 'password' && 'password' in body ? 422 : 400);
    expect(answer.body.errors[0].field).toBe(field);
    await deliver();
    expect(mailbox.mails).toEqual([]);
  });

  it('sends the link again, and only the newest works', async () => {
    const email = newEmail();
    await post('/register', { email, password: PASSWORD }).expect(202);
    const first = await mailTo(email);
    await post('/email/resend', { email }).expect(202);
    const second = await mailTo(email);
    await post('/email/verify', { token: first.token }).expect(410);
    await post('/email/verify', { token: second.token }).expect(204);
    await tryLogIn(email, PASSWORD).expect(200);
  });

  it('is confirmed by the first; whoever signed up beside has nothing', async () => {
    const email = newEmail();
    await post('/register', { email, password: 'an attacker was here first' }).expect(202);
    const attackers = await mailTo(email);
    await post('/register', { email, password: PASSWORD }).expect(202);
    const owners = await mailTo(email);
    await post('/email/verify', { token: owners.token }).expect(204);
    await post('/email/verify', { token: attackers.token }).expect(410);
    await tryLogIn(email, 'an attacker was here first').expect(401);
    await tryLogIn(email, PASSWORD).expect(200);
  });
});

describe('a forgotten password', () => {
  it('is replaced by the mailed link, once; all sessions end, and the owner is told', async () => {
    const user = await createUser(app);
    const { refreshToken, accessToken } = await logIn(app, user.email);
    await post('/password/forgot', { email: user.email }).expect(202, {});
    const { token, link } = await mailTo(user.email);
    expect(link).toContain('https://id.example.test/auth/account/reset-password?token=');

    const weak = await post('/password/reset', { token, password: 'short' }).expect(422);
    expect(weak.body).toMatchObject({ code: 'weak_password', errors: [{ field: 'password' }] });
    await post('/password/reset', { token, password: NEW_PASSWORD }).expect(204);
    await post('/password/reset', { token, password: PASSWORD }).expect(410);

    await tryLogIn(user.email, PASSWORD).expect(401);
    await tryLogIn(user.email, NEW_PASSWORD).expect(200);
    await post('/refresh', { refreshToken }).expect(401);
    await app.request().get('/auth/v1/users/me').set('authorization', `Bearer ${accessToken}`).expect(401);
    expect((await mailTo(user.email)).subject).toBe('Your password was changed');
    expect(await events('user.password_reset')).toHaveLength(1);
  });

  it('answers the same for an unknown, a disabled and a known address, and writes to the known alone', async () => {
    const known = await createUser(app);
    const disabled = await createUser(app);
    await createUserWithRole(app, 'superuser');
    await app.dataSource.query(`UPDATE users SET status = 'disabled' WHERE id = $1`, [disabled.id]);
    for (const email of [known.email, disabled.email, newEmail()])
      await post('/password/forgot', { email }).expect(202, {});
    await deliver();
    expect(mailbox.mails.map(({ to }) => to)).toEqual([known.email]);
  });

  it('takes no link of another purpose', async () => {
    const email = newEmail();
    await post('/register', { email, password: PASSWORD }).expect(202);
    const { token } = await mailTo(email);
    await post('/password/reset', { token, password: NEW_PASSWORD }).expect(410);
    await post('/invitations/accept', { token, password: NEW_PASSWORD }).expect(410);
    await post('/email/verify', { token }).expect(204);
  });
});

describe('a password that somebody has to renew', () => {
  it('is worth nothing any more; the mailed link brings a new one', async () => {
    const user = await createUser(app);
    const theirs = await as(user);
    const admin = await as(await createUserWithRole(app, 'superuser'));
    await admin.send('post', `/users/${user.id}/password-reset`).expect(204);
    await theirs.send('get', '/users/me').expect(401);
    await tryLogIn(user.email, PASSWORD).expect(401);
    const { token } = await mailTo(user.email);
    await post('/password/reset', { token, password: NEW_PASSWORD }).expect(204);
    await tryLogIn(user.email, NEW_PASSWORD).expect(200);
    expect(await events('user.password_withdrawn')).toHaveLength(1);
  });

  it('is taken by nobody who may do all else with users', async () => {
    const user = await createUser(app);
    const others = ['user:read', 'user:update', 'user:delete', 'session:end', 'authenticator:reset'] as const;
    const { send } = await as(await createUserWith(app, ...others));
    const { body } = await send('post', `/users/${user.id}/password-reset`).expect(403);
    expect(body.code).toBe('forbidden');
    await tryLogIn(user.email, PASSWORD).expect(200);
  });

  it('is not taken from somebody with more rights, nor of a disabled account (E4)', async () => {
    const superuser = await createUserWithRole(app, 'superuser');
    const admin = await as(await createUserWith(app, 'user:set_password'));
    const refused = await admin.send('post', `/users/${superuser.id}/password-reset`).expect(403);
    expect(refused.body.code).toBe('escalation_refused');
    await tryLogIn(superuser.email, PASSWORD).expect(200);
    const disabled = await createUser(app);
    await (await as(superuser)).send('patch', `/users/${disabled.id}`, { status: 'disabled' }).expect(200);
    await admin.send('post', `/users/${disabled.id}/password-reset`).expect(409);
  });
});

describe("one's own password", () => {
  it('is changed with the present one; all sessions end and a mail tells it', async () => {
    const user = await createUser(app);
    const me = await as(user);
    const wrong = await me
      .send('put', '/users/me/password', { currentPassword: 'not my password', password: NEW_PASSWORD })
      .expect(401);
    expect(wrong.body).toMatchObject({ code: 'invalid_credentials', errors: [{ field: 'currentPassword' }] });
    await me
      .send('put', '/users/me/password', { currentPassword: PASSWORD, password: NEW_PASSWORD })
      .expect(204);
    await me.send('get', '/users/me').expect(401);
    await tryLogIn(user.email, NEW_PASSWORD).expect(200);
    expect((await mailTo(user.email)).subject).toBe('Your password was changed');
  });
});

describe("one's own address", () => {
  it('changes when the new one is confirmed; the old one is told, and its links are worth nothing', async () => {
    const user = await createUser(app);
    const me = await as(user);
    const wanted = newEmail();
    await me.send('put', '/users/me/email', { email: wanted, password: 'not my password' }).expect(401);
    await me.send('put', '/users/me/email', { email: wanted, password: PASSWORD }).expect(202);
    await post('/password/forgot', { email: user.email }).expect(202);
    await deliver();
    const toOld = mailbox.mails.filter(({ to }) => to === user.email);
    const { token } = mailbox.take(wanted);
    expect((await me.send('get', '/users/me/email').expect(200)).body.email).toBe(wanted);
    expect((await me.send('get', '/users/me').expect(200)).body.email).toBe(user.email);

    await post('/email/verify', { token }).expect(204);
    await tryLogIn(wanted, PASSWORD).expect(200);
    await tryLogIn(user.email, PASSWORD).expect(401);
    for (const mail of toOld)
      await post('/password/reset', { token: mail.token, password: NEW_PASSWORD }).expect(410);
    const subjects = toOld.map(({ subject }) => subject).sort();
    expect(subjects).toEqual(['Choose a new password', 'Your e-mail address is to be changed']);
  });

  it('stays when the change is cancelled: by its owner, or by the link that the old address got', async () => {
    const user = await createUser(app);
    const me = await as(user);
    const wanted = newEmail();
    const ask = () => me.send('put', '/users/me/email', { email: wanted, password: PASSWORD }).expect(202);
    await ask();
    const { token } = await mailTo(wanted);
    await me.send('delete', '/users/me/email').expect(204);
    await me.send('delete', '/users/me/email').expect(404);
    await post('/email/verify', { token }).expect(410);
    mailbox.take(user.email);

    await ask();
    const again = await mailTo(wanted);
    const notice = mailbox.take(user.email);
    expect(notice.link).toContain('/cancel-email-change?token=');
    const page = await app
      .request()
      .post('/auth/account/cancel-email-change')
      .set('origin', 'https://id.example.test')
      .type('form')
      .send({ token: notice.token });
    expect([page.status, page.headers.location]).toEqual([303, '/auth/account/login?done=email-cancelled']);
    await post('/email/verify', { token: again.token }).expect(410);
    expect((await me.send('get', '/users/me').expect(200)).body.email).toBe(user.email);
  });

  it.each([
    'changes the password',
    'sets another by a mailed link',
    'is given another',
    'is disabled for a while',
  ])(
    'stays when its owner %s: whoever asked for the change before may have been somebody else',
    async (what) => {
      const user = await createUser(app);
      const wanted = newEmail();
      await (
        await as(user)
      )
        .send('put', '/users/me/email', { email: wanted, password: PASSWORD })
        .expect(202);
      const { token } = await mailTo(wanted);
      mailbox.take(user.email);
      await post('/password/forgot', { email: user.email }).expect(202);
      const { token: reset } = await mailTo(user.email);
      const root = await as(await createUserWithRole(app, 'superuser'));
      const change = { currentPassword: PASSWORD, password: NEW_PASSWORD };
      if (what === 'changes the password')
        await (await as(user)).send('put', '/users/me/password', change).expect(204);
      else if (what === 'sets another by a mailed link')
        await post('/password/reset', { token: reset, password: NEW_PASSWORD }).expect(204);
      else if (what === 'is given another')
        await root.send('put', `/users/${user.id}/password`, { password: NEW_PASSWORD }).expect(204);
      else
        for (const status of ['disabled', 'active'])
          await root.send('patch', `/users/${user.id}`, { status }).expect(200);

      await post('/email/verify', { token }).expect(410);
      await post('/password/reset', { token: reset, password: `${NEW_PASSWORD}!` }).expect(410);
      await deliver();
      const told = mailbox.mails.filter(
        ({ to, subject }) => to === user.email && subject.includes('was changed'),
      );
      expect(told).toHaveLength(what === 'is disabled for a while' ? 0 : 1);
      const password = what === 'is disabled for a while' ? PASSWORD : NEW_PASSWORD;
      const { body } = await tryLogIn(user.email, password).expect(200);
      const me = await app
        .request()
        .get('/auth/v1/users/me/email')
        .set('authorization', `Bearer ${body.accessToken as string}`);
      expect(JSON.stringify(me.body)).not.toContain(wanted);
    },
  );

  it('cannot become that of somebody else, and the asker does not learn that there is one', async () => {
    const [user, other] = [await createUser(app), await createUser(app)];
    const me = await as(user);
    await me.send('put', '/users/me/email', { email: other.email, password: PASSWORD }).expect(202);
    await deliver();
    expect(mailbox.mails.map(({ to }) => to)).toEqual([user.email]);
  });
});

describe('invitations', () => {
  it('make an account with the roles of the invitation, once', async () => {
    const administrator = await createUserWithRole(app, 'administrator');
    const admin = await as(administrator);
    const { body: role } = await admin
      .send('post', '/roles', { name: 'reader of users', permissions: ['user:read'] })
      .expect(201);
    const email = newEmail();
    const { body: invitation } = await admin
      .send('post', '/invitations', { email, displayName: 'Grace', locale: 'de', roleIds: [role.id] })
      .expect(201);
    const mail = await mailTo(email);
    expect(mail.subject).toBe('Du bist zu Acme <ID> eingeladen');
    expect(mail.link).toContain('/auth/account/invitation?token=');
    await post('/invitations/accept', { token: mail.token, password: PASSWORD }).expect(204);
    await post('/invitations/accept', { token: mail.token, password: PASSWORD }).expect(410);
    const guest = await as({ email });
    await guest.send('get', '/users').expect(200);
    expect((await guest.send('get', '/users/me')).body).toMatchObject({
      displayName: 'Grace',
      emailVerified: true,
      locale: 'de',
    });
    const { body } = await admin.send('get', `/invitations/${invitation.id as string}`).expect(200);
    expect(body.acceptedAt).not.toBeNull();
    await admin.send('delete', `/invitations/${invitation.id as string}`).expect(404);
  });

  it('are taken back', async () => {
    const admin = await as(await createUserWithRole(app, 'administrator'));
    const email = newEmail();
    const { body } = await admin.send('post', '/invitations', { email }).expect(201);
    const { token } = await mailTo(email);
    await admin.send('delete', `/invitations/${body.id as string}`).expect(204);
    await post('/invitations/accept', { token, password: PASSWORD }).expect(410);
    await tryLogIn(email, PASSWORD).expect(401);
  });

  it('give nothing that the inviter does not hold, then or when they are accepted', async () => {
    const inviter = await createUserWith(app, 'invitation:create', 'user:read');
    const guest = await as(inviter);
    const role = (...permissions: PermissionName[]) =>
      app.app.get(CreateRole).execute({ name: `given ${permissions.join()}`, permissions });
    const [readers, deleters] = [await role('user:read'), await role('user:delete')];
    const invite = (roleId: string) =>
      guest.send('post', '/invitations', { email: newEmail(), roleIds: [roleId] });
    expect((await invite(deleters.id).expect(403)).body.code).toBe('escalation_refused');
    const { body } = await invite(readers.id).expect(201);
    const { token } = await mailTo(body.email as string);
    await app.dataSource.query('DELETE FROM role_assignments WHERE user_id = $1', [inviter.id]);
    await app.app.get(InvalidationChannel).announce('authorization_subject', [inviter.id]);
    const late = await post('/invitations/accept', { token, password: PASSWORD }).expect(403);
    expect(late.body.code).toBe('escalation_refused');
    await tryLogIn(body.email as string, PASSWORD).expect(401);
  });

  it('are for those alone who may invite', async () => {
    const nobody = await as(await createUser(app));
    await nobody.send('post', '/invitations', { email: newEmail() }).expect(403);
    await nobody.send('get', '/invitations').expect(403);
  });
});

describe("one's own data and the way out", () => {
  it('gives a copy of all, without any secret', async () => {
    const user = await createUser(app);
    const { body, text } = await (await as(user)).send('get', '/users/me/export').expect(200);
    expect(body).toMatchObject({ user: { email: user.email }, sessions: [{ active: true }] });
    expect(body.events.length).toBeGreaterThan(0);
    expect(text).not.toMatch(/\$argon2|hash|secret/i);
  });

  it('closes the account with the password alone', async () => {
    const user = await createUser(app);
    await createUserWithRole(app, 'superuser');
    const me = await as(user);
    await me.send('post', '/users/me/close', { password: 'not my password' }).expect(401);
    await me.send('post', '/users/me/close', { password: PASSWORD }).expect(204);
    await me.send('get', '/users/me').expect(401);
    await tryLogIn(user.email, PASSWORD).expect(401);
    expect((await mailTo(user.email)).subject).toBe('Your account was closed');
  });
});
