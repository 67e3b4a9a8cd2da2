/** What `npm run bench:authz` asks of running instances. */
import autocannon from 'autocannon';

export const admin = { email: 'bench@example.test', password: 'a scratch passphrase for the bench' };
const CONNECTIONS = 30;
const CHANGES = 100;
const json = { 'content-type': 'application/json' };
const say = (text) => process.stderr.write(`${text}\n`);

/** Headers of a login. Each part of the run begins with one: access tokens live for minutes. */
export async function logIn(origin) {
  const response = await fetch(`${origin}/auth/v1/login`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify(admin),
  });
  if (!response.ok) throw new Error(`login: ${response.status}`);
  return { ...json, authorization: `Bearer ${(await response.json()).accessToken}` };
}

/** One load: warm, then measured. Anything but a success spoils it. */
async function measure(name, seconds, load) {
  say(`${name} …`);
  for (const warm of [true, false]) {
    const result = await autocannon({ connections: CONNECTIONS, duration: seconds, ...load });
    if (result.non2xx + result.errors > 0)
      throw new Error(`${name}: ${JSON.stringify(result.statusCodeStats)}, ${result.errors} failed`);
    if (!warm) return { perSecond: result.requests.average, p99Ms: result.latency.p99 };
  }
  return undefined;
}

const question = (id, index) => ({
  subject: { type: 'user', id },
  action: { name: `act${1 + (index % 100)}` },
  resource: { type: `type${1 + (index % 10)}`, id: String(index) },
});

/** Rates of one instance, by turns with plain node:http, since a shared machine may be half as fast a minute later. */
export async function measureRates(origin, plainUrl, ids, heavyId, seconds) {
  const headers = await logIn(origin);
  const post = (path, bodies) => ({
    url: `${origin}/access/v1/${path}`,
    requests: bodies.map((body) => ({ method: 'POST', headers, body: JSON.stringify(body) })),
  });
  const batch = (item) =>
    ids.slice(0, 100).map((id) => ({
      ...question(id, 1),
      evaluations: Array.from({ length: 100 }, (_, index) => ({
        resource: {
          type: 'type1',
          id: String(index),
          ...(item && { properties: { owner_id: ids[index], visible_to: 5 } }),
        },
      })),
    }));
  const loads = {
    plain: { url: plainUrl },
    evaluation: post('evaluation', ids.map(question)),
    evaluations: post('evaluations', batch(false)),
    evaluationsWithItems: post('evaluations', batch(true)),
    effective: { url: `${origin}/auth/v1/users/${heavyId}/permissions`, headers },
  };
  const sums = Object.fromEntries(Object.keys(loads).map((name) => [name, { perSecond: 0, p99Ms: 0 }]));
  for (let turn = 0; turn < 2; turn++) {
    // A connection asks for all of them in its own time, and a short load would end before it has.
    await askForEverybody(origin, ids);
    for (const [name, load] of Object.entries(loads)) {
      const { perSecond, p99Ms } = await measure(name, seconds, load);
      sums[name].perSecond += perSecond / 2;
      sums[name].p99Ms = Math.max(sums[name].p99Ms, p99Ms);
    }
  }
  return sums;
}

/** Gives and takes a role on one instance, and asks the other one until it decides so. */
export async function measureVisibility(first, second, userId) {
  const headers = await logIn(first);
  const { authorization } = headers;
  const answer = async (origin, method, path, body) => {
    const request =
      body === undefined ? { headers: { authorization } } : { headers, body: JSON.stringify(body) };
    const response = await fetch(`${origin}${path}`, { method, ...request });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status}`);
    return response.status === 204 ? null : response.json();
  };
  const { items } = await answer(first, 'GET', '/auth/v1/roles?search=superuser');
  const role = items.find(({ name }) => name === 'superuser').id;
  const asked = {
    subject: { type: 'user', id: userId },
    action: { name: 'bind' },
    resource: { type: 'rbac', id: '1' },
  };
  const decides = async () => (await answer(second, 'POST', '/access/v1/evaluation', asked)).decision;
  const [visible, taken] = [[], []];
  for (let change = 0; change < CHANGES; change++) {
    const give = change % 2 === 0;
    await decides();
    const since = performance.now();
    await answer(
      first,
      give ? 'PUT' : 'DELETE',
      `/auth/v1/users/${userId}/roles/${role}`,
      give ? {} : undefined,
    );
    const done = performance.now();
    while ((await decides()) !== give);
    visible.push(performance.now() - done);
    taken.push(done - since);
  }
  return { changeMs: median(taken), visibleMs: median(visible), slowestMs: Math.max(...visible) };
}

const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** Decisions about people of whom nothing is in memory, a hundred in a request: then all of them are. */
export async function askForEverybody(origin, everybody) {
  const headers = await logIn(origin);
  const since = performance.now();
  for (let start = 0; start < everybody.length; start += 100) {
    const evaluations = everybody.slice(start, start + 100).map((id) => question(id, start));
    const response = await fetch(`${origin}/access/v1/evaluations`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ evaluations }),
    });
    if (!response.ok) throw new Error(`evaluations: ${response.status}`);
    await response.arrayBuffer();
  }
  return everybody.length / ((performance.now() - since) / 1000);
}
