/**
 * Measures decisions (`npm run bench:authz`, `-- --seconds 10` for longer runs): in process beside casbin and CASL at three
 * sizes of the catalogue; then on an organisation in PostgreSQL and a tenth of it, in process and over HTTP beside plain
 * node:http, with the time from a change to its effect in a second instance.
 */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { measureService } from './authz-service.mjs';
import { output, pinLoad, pinned } from './processes.mjs';

const { values: options } = parseArgs({ options: { seconds: { type: 'string', default: '4' } } });
const here = dirname(fileURLToPath(import.meta.url));
const say = (text) => process.stderr.write(`${text}\n`);
const row = (name, ...cells) =>
  console.log(`${name.padEnd(46)}${cells.map((cell) => String(cell).padStart(14)).join('')}`);

/** By turns, and the mean of them: a shared machine may be half as fast a minute later. */
const TURNS = 3;
const turns = Array.from({ length: TURNS }, () =>
  [10, 1000, 10_000].map((permissions) => {
    say(`${permissions} permissions, in process …`);
    return JSON.parse(output([join(here, 'authz-decisions.mjs'), String(permissions)], 'server'));
  }),
);
const mean = (of) =>
  turns[0].map((_, size) => Math.round(turns.reduce((sum, sizes) => sum + of(sizes[size]), 0) / TURNS));
console.log('\nDecisions a second in process, one core\n');
row('permissions', ...mean(({ permissions }) => permissions));
for (const [name, key] of [
  ['ours', 'ours'],
  ['CASL, by type', 'casl'],
  ['casbin, enforce', 'casbin'],
  ['ours, with an item', 'oursWithItem'],
  ['CASL, with a condition', 'caslWithItem'],
])
  row(name, ...mean((size) => size[key]));

pinLoad();
const tenth = await measureService(0.1, Number(options.seconds));
const whole = await measureService(1, Number(options.seconds));
const compare = (name, unit, of, digits = 0) => {
  const [small, large] = [of(tenth), of(whole)];
  row(`${name}, ${unit}`, small.toFixed(digits), large.toFixed(digits), (large / small).toFixed(2));
};
console.log(
  `\nAn organisation; ${pinned ? 'services on one core, load and database on the other' : 'everything shares the cores'}\n`,
);
row('users', tenth.users, whole.users, 'growth');
compare('in process', 'decisions a second', ({ inProcess }) => inProcess.decisions);
compare('in process, with an item', 'decisions a second', ({ inProcess }) => inProcess.decisionsWithItem);
compare('in process, 50 roles and 5 teams', 'times a second', ({ inProcess }) => inProcess.accessOfHeavy);
compare('in process, the same for the first time', 'ms', ({ inProcess }) => inProcess.heavyColdMs, 2);
compare('in process, all of it', 'MB of heap', ({ inProcess }) => inProcess.heldMegabytes);
compare('in process, reading all of it', 's', ({ inProcess }) => inProcess.loadSeconds, 1);
compare('plain node:http', 'a second', ({ plain }) => plain.perSecond);
compare('evaluation', 'a second', ({ evaluation }) => evaluation.perSecond);
compare(
  'evaluation',
  'of plain node:http',
  ({ evaluation, plain }) => evaluation.perSecond / plain.perSecond,
  2,
);
compare(
  '100 evaluations',
  'single ones',
  ({ evaluation, evaluations }) => evaluation.perSecond / evaluations.perSecond,
  1,
);
compare(
  '100 evaluations of items',
  'single ones',
  ({ evaluation, evaluationsWithItems }) => evaluation.perSecond / evaluationsWithItems.perSecond,
  1,
);
compare('decisions about unknown people', 'a second', ({ coldPerSecond }) => coldPerSecond);
compare('permissions of 50 roles and 5 teams', 'a second', ({ effective }) => effective.perSecond);
compare('the same', 'ms (p99)', ({ effective }) => effective.p99Ms);
compare('a change', 'ms', ({ changeMs }) => changeMs, 1);
compare('until the other instance sees it', 'ms (median)', ({ visibleMs }) => visibleMs, 1);
compare('the same', 'ms (slowest)', ({ slowestMs }) => slowestMs, 1);
compare('start', 's', ({ startSeconds }) => startSeconds, 2);
compare('resident at the start', 'MB', ({ residentAtStart }) => residentAtStart);
compare('resident with everybody in memory', 'MB', ({ residentWithEverybody }) => residentWithEverybody);
