/** Fills both services over their public APIs. What is there already is left as it is, so that it may run at every start. */
import { groups, people, roles, tasks } from './organisation.mjs';

const emailOf = (name) => `${name.toLowerCase()}@example.test`;

/** @returns the access token of somebody */
export async function logIn(auth, email, password) {
  return (await auth.post('/auth/v1/login', { email, password })).accessToken;
}

/**
 * Registers the service for tasks.
 *
 * @returns its account with the one secret that is good from now on
 */
export async function seedAccount(admin) {
  const accounts = '/auth/v1/service-accounts';
  const permissions = ['authorization:follow', 'authorization:evaluate', 'catalogue:register'];
  const { id } = await admin.findOrMake(accounts, ({ name }) => name === 'tasks', {
    name: 'tasks',
    permissions,
  });
  const { secrets } = await admin.get(`${accounts}/${id}`);
  for (const secret of secrets) await admin.delete(`${accounts}/${id}/secrets/${secret.id}`);
  const { clientSecret } = await admin.post(`${accounts}/${id}/secrets`);
  return { id, clientSecret };
}

/** Makes groups, roles and people. The permissions of tasks are registered by then. */
export async function seedOrganisation(admin, password) {
  const ids = new Map();
  const named = async (path, name, body) => {
    const { id } = await admin.findOrMake(path, (one) => one.name === name, { name, ...body });
    ids.set(name, id);
  };
  for (const { name, above } of groups)
    await named('/auth/v1/visibility-groups', name, above === null ? {} : { parentId: ids.get(above) });
  for (const { name, ...role } of roles) await named('/auth/v1/roles', name, role);
  for (const { name, group, role } of people) {
    const email = emailOf(name);
    const { items } = await admin.get(`/auth/v1/users?search=${encodeURIComponent(email)}`);
    if (items.length > 0) continue;
    const { id } = await admin.post('/auth/v1/users', { email, displayName: name, password });
    await admin.put(`/auth/v1/visibility-groups/${ids.get(group)}/members/${id}`);
    await admin.put(`/auth/v1/users/${id}/roles/${ids.get(role)}`);
  }
}

/** @returns everybody's name with their access token */
export async function logInPeople(auth, password) {
  const tokens = new Map();
  for (const { name } of people) tokens.set(name, await logIn(auth, emailOf(name), password));
  return tokens;
}

/** Makes the tasks that their owners do not have. */
export async function seedTasks(service, auth, tokens) {
  for (const { owner, follower, ...task } of tasks) {
    const own = service.as(tokens.get(owner));
    const { count } = await own.get(`/tasks/count?search=${encodeURIComponent(task.title)}`);
    if (count > 0) continue;
    const { id } = await own.post('/tasks', task);
    if (follower === undefined) continue;
    const { id: followerId } = await auth.as(tokens.get(follower)).get('/auth/v1/users/me');
    await own.put(`/tasks/${id}/followers/${followerId}`);
  }
}
