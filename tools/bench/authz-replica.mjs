/**
 * What a service that decides itself makes of the organisation: reads it over REST (address and token in the arguments,
 * then ids of users), and measures decisions in process. Prints JSON.
 */
import { AuthorizationReplica, decide } from '@auth-service/authorization';

const [origin, authorization, heavyId, ...ids] = process.argv.slice(2);
const read = async (path) => {
  const response = await fetch(`${origin}/auth/v1/authorization/${path}`, { headers: { authorization } });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.json();
};
const megabytes = () => {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 2 ** 20;
};

const before = megabytes();
const began = performance.now();
const snapshot = await read('snapshot');
const users = [];
for (let cursor = ''; cursor !== null;) {
  const page = await read(
    `snapshot/users?limit=2000${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`,
  );
  users.push(...page.items);
  cursor = page.nextCursor;
}
const replica = new AuthorizationReplica(snapshot.rev, snapshot, users);
const seconds = (performance.now() - began) / 1000;
const held = megabytes() - before;
const { model } = replica;

/** Calls `work`, which says how often it did something, until the time is up; how often a second. */
function rate(work, ms = 1000) {
  for (let warm = performance.now(); performance.now() - warm < ms / 2;) work();
  const start = performance.now();
  let done = 0;
  while (performance.now() - start < ms) done += work();
  return done / ((performance.now() - start) / 1000);
}

const now = Date.now();
const names = model.catalogue.names;
const people = ids.map((id) => {
  const subject = replica.subject(id);
  return { subject, access: model.accessOf(subject, now) };
});
const questions = Array.from({ length: 1000 }, (_, index) => {
  const [type, action] = names[(index * 7919) % names.length].split(':');
  return {
    ...people[index % people.length],
    name: `${type}:${action}`,
    question: { type, action, item: { type, ownerId: 'somebody', group: 2 + (index % 50), level: 5 } },
  };
});
let allowed = 0;
const heavy = replica.subject(heavyId);
// A model with an empty memory of sets for each, as after a change.
const cold = () => model.updatedBy({ touched: [], permissions: null, roles: [], teams: [], groups: null });
const colds = Array.from({ length: 20 }, cold);
const start = performance.now();
for (const one of colds) allowed += one.accessOf(heavy, now).permissions.size;
const heavyColdMs = (performance.now() - start) / colds.length;

process.stdout.write(
  JSON.stringify({
    decisions: rate(() => {
      for (const { access, name } of questions) allowed += access.has(name) ? 1 : 0;
      return questions.length;
    }),
    decisionsWithItem: rate(() => {
      for (const { subject, access, question } of questions)
        allowed += decide(model, subject, access, question).allowed ? 1 : 0;
      return questions.length;
    }),
    accessOfHeavy: rate(() => (allowed += model.accessOf(heavy, now).permissions.size > 0 ? 1 : 0) && 1),
    heavyColdMs,
    heldMegabytes: held,
    loadSeconds: seconds,
    allowed: allowed > 0,
  }),
);
