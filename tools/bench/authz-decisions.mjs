/**
 * How many decisions a second one core makes in process: ours, casbin's and CASL's, with as many permissions as the
 * argument says, by turns in one run. Prints JSON.
 */
import { AbilityBuilder, createMongoAbility, subject as typed } from '@casl/ability';
import { AuthorizationModel, decide, plainSubject } from '@auth-service/authorization';
import { newEnforcer, newModelFromString } from 'casbin';

const permissions = Number(process.argv[2]);
const actions = 10;
const names = Array.from(
  { length: permissions },
  (_, index) => `type${Math.floor(index / actions)}:act${index % actions}`,
);
const roles = Math.max(1, permissions / 10);
const held = names.filter((_, index) => index % 2 === 0);

/** Calls `work` until the time is up; decisions a second. */
async function rate(work, ms = 500) {
  for (let warm = performance.now(); performance.now() - warm < ms / 2;) await work();
  const start = performance.now();
  let done = 0;
  while (performance.now() - start < ms) done += await work();
  return Math.round(done / ((performance.now() - start) / 1000));
}

const model = new AuthorizationModel({
  permissions: names,
  roles: Array.from({ length: roles }, (_, role) => ({
    id: `role${role}`,
    name: `role ${role}`,
    permissions: held.filter((_, index) => index % roles === role),
    parents: [],
    isDefault: false,
    requiresSecondFactor: false,
  })),
  teams: [],
  groups: Array.from({ length: 1000 }, (_, index) => ({
    id: `group${index}`,
    number: index + 1,
    name: `group ${index}`,
    parent: index === 0 ? null : Math.ceil(index / 4),
    isDefault: index === 0,
    managers: [],
    defaults: {},
  })),
});
const grants = Array.from({ length: roles }, (_, role) => ({
  roleId: `role${role}`,
  validFrom: 0,
  validUntil: null,
}));
const person = { ...plainSubject('person'), roles: grants, group: 500 };
const access = model.accessOf(person, Date.now());
const questions = Array.from({ length: 1000 }, (_, index) => names[(index * 7919) % permissions]);
const asked = questions.map((name) => ({ type: name.split(':')[0], action: name.split(':')[1] }));
const items = asked.map((question, index) => ({
  ...question,
  item: { type: question.type, ownerId: 'somebody', group: 1 + ((index * 31) % 1000), level: 5 },
}));

let allowed = 0;
const ours = () => {
  for (let turn = 0; turn < 100; turn++) for (const name of questions) allowed += access.has(name) ? 1 : 0;
  return 100_000;
};
const oursWithItem = () => {
  for (const question of items) allowed += decide(model, person, access, question).allowed ? 1 : 0;
  return 1000;
};

const enforcer = await newEnforcer(
  newModelFromString(`
[request_definition]
r = sub, obj, act
[policy_definition]
p = sub, obj, act
[role_definition]
g = _, _
[policy_effect]
e = some(where (p.eft == allow))
[matchers]
m = g(r.sub, p.sub) && r.obj == p.obj && r.act == p.act`),
);
await enforcer.addPolicies(held.map((name, index) => [`role${index % roles}`, ...name.split(':')]));
await enforcer.addGroupingPolicies(grants.map(({ roleId }) => ['person', roleId]));
const casbin = async () => {
  const { type, action } = asked[Math.floor(Math.random() * asked.length)];
  allowed += (await enforcer.enforce('person', type, action)) ? 1 : 0;
  return 1;
};

const plain = new AbilityBuilder(createMongoAbility);
const conditional = new AbilityBuilder(createMongoAbility);
for (const name of held) {
  const [type, action] = name.split(':');
  plain.can(action, type);
  conditional.can(action, type, { ownerId: 'person' });
}
const byType = plain.build();
const byCondition = conditional.build();
const described = asked.map(({ type, action }) => [action, typed(type, { ownerId: 'person' })]);
const casl = () => {
  for (const { type, action } of asked) allowed += byType.can(action, type) ? 1 : 0;
  return 1000;
};
const caslWithItem = () => {
  for (const [action, item] of described) allowed += byCondition.can(action, item) ? 1 : 0;
  return 1000;
};

const report = {
  permissions,
  ours: await rate(ours),
  casl: await rate(casl),
  oursWithItem: await rate(oursWithItem),
  caslWithItem: await rate(caslWithItem),
  casbin: await rate(casbin, 1000),
  allowed: allowed > 0,
};
process.stdout.write(JSON.stringify(report));
