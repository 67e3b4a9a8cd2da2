import { describe, expect, it } from '@jest/globals';
import { MailDelivery } from '../apps/auth/src/core/mail/index.js';
import { AssignRoleToTeam, CreateRole } from '../apps/auth/src/modules/rbac/index.js';
import { CreateTeam, DeleteTeam, SetTeamManager } from '../apps/auth/src/modules/team/index.js';
import type { UserView } from '../apps/auth/src/modules/user/index.js';
import { useApp } from './support/app.js';
import { useMailbox } from './support/mailbox.js';
import { bearer, createUser, createUserWith, newEmail } from './support/people.js';

const mailbox = useMailbox();
const app = useApp(() => ({ SMTP_URL: mailbox.url, PUBLIC_URL: 'https://id.example.test' }));
let count = 0;

const accept = (token: string) => app.request().post('/auth/v1/team-invitations/accept').send({ token });

async function mailTo(email: string) {
  await app.app.get(MailDelivery).deliver();
  return mailbox.take(email);
}

/** A team and its manager, who sends requests about it. */
async function managedTeam() {
  const team = await app.app.get(CreateTeam).execute({ name: `Team ${++count} <b>` });
  const manager = await createUser(app);
  await app.app.get(SetTeamManager).execute(team.id, manager.id, true);
  const authorization = await bearer(app, manager);
  const send = (method: 'get' | 'post' | 'delete', path: string, body?: object) =>
    app.request()[method](`/auth/v1/users/me/teams/${team.id}${path}`).set({ authorization }).send(body);
  const invite = (email: string) => send('post', '/invitations', { email });
  const members = async () =>
    ((await send('get', '/members').expect(200)).body.items as { email: string }[]).map(({ email }) => email);
  return { team, manager, send, invite, members };
}

describe('an invitation into a team', () => {
  it('brings in who follows its link, once', async () => {
    const { team, manager, send, invite, members } = await managedTeam();
    const guest = await createUser(app, { locale: 'de' });
    const { body } = await invite(guest.email.toUpperCase()).expect(201);
    expect(body).toMatchObject({
      teamId: team.id,
      email: guest.email,
      invitedBy: manager.id,
      acceptedAt: null,
    });
    const mail = await mailTo(guest.email);
    expect(mail.link).toContain('https://id.example.test/auth/account/join-team?token=');
    expect(mail.subject).toContain('Du bist ins Team');
    expect(mail.html).toContain('&lt;b&gt;');
    expect(await members()).toEqual([manager.email]);
    await accept(mail.token).expect(204);
    expect(await members()).toEqual([manager.email, guest.email].sort());
    await accept(mail.token).expect(410);
    const list = (await send('get', '/invitations').expect(200)).body.items;
    expect(list).toMatchObject([{ id: body.id, acceptedAt: expect.any(String) }]);
    expect((await invite(guest.email).expect(409)).body).toMatchObject({ code: 'already_exists' });
  });

  it('waits for an account, and tells the inviter nothing of that', async () => {
    const { invite, members } = await managedTeam();
    const email = newEmail();
    await invite(email).expect(201);
    const { token } = await mailTo(email);
    expect((await accept(token).expect(409)).body.detail).toContain('Sign up');
    await createUser(app, { email });
    await accept(token).expect(204);
    expect(await members()).toContain(email);
  });

  it('is replaced by a newer one, and can be taken back', async () => {
    const { send, invite } = await managedTeam();
    const { email } = await createUser(app);
    await invite(email).expect(201);
    const first = await mailTo(email);
    const { body } = await invite(email).expect(201);
    await app.app.get(MailDelivery).deliver();
    expect((await send('get', '/invitations').expect(200)).body.items).toHaveLength(1);
    const second = mailbox.mails.at(-1)?.token ?? '';
    await accept(first.token).expect(410);
    await send('delete', `/invitations/${body.id as string}`).expect(204);
    await send('delete', `/invitations/${body.id as string}`).expect(404);
    await accept(second).expect(410);
  });

  it('brings nobody into what the inviter may no longer give', async () => {
    const { team, manager, invite, members } = await managedTeam();
    const guest = await createUser(app);
    await invite(guest.email).expect(201);
    const { token } = await mailTo(guest.email);
    await app.app.get(SetTeamManager).execute(team.id, manager.id, false);
    await accept(token).expect(403);
    const administrator = await createUserWith(app, 'team:assign');
    const authorization = await bearer(app, administrator);
    const path = `/auth/v1/teams/${team.id}/invitations`;
    await app.request().post(path).set({ authorization }).send({ email: guest.email }).expect(201);
    await app.app.get(MailDelivery).deliver();
    const role = await app.app
      .get(CreateRole)
      .execute({ name: `role ${++count}`, permissions: ['user:delete'] });
    await app.app.get(AssignRoleToTeam).execute(team.id, role.id);
    const refused = await accept(mailbox.mails.at(-1)?.token ?? '').expect(403);
    expect(refused.body.code).toBe('escalation_refused');
    expect(await members()).toEqual([manager.email]);
  });

  it('is worth nothing when the team is gone', async () => {
    const { team, invite } = await managedTeam();
    const guest: UserView = await createUser(app);
    await invite(guest.email).expect(201);
    const { token } = await mailTo(guest.email);
    await app.app.get(DeleteTeam).execute(team.id);
    await accept(token).expect(410);
  });
});
