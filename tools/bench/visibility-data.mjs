/**
 * The organisation and the tasks that `npm run bench:visibility` measures on: a tree of 1,000 groups five deep, 100,000
 * users, tasks in the order of their making, three of them in the same moment each, few of them for everyone.
 */
import { visibilityMigration } from '@auth-service/authorization';

export const table = { name: 'task', followers: { name: 'task_follower', item: 'task_id' } };

const WIDTHS = [1, 5, 25, 125, 843];
const ISOLATED = 1000;
const USERS = 100_000;
const FOLLOWED_BY_EACH = 10;
const ROWS_OF_ISOLATED = 10;
const CHUNK = 100_000;

/** Each level hangs evenly under the one above; the last group stands alone. */
export const groups = [];
for (const [depth, width] of WIDTHS.entries()) {
  const above = groups.filter((group) => group.depth === depth - 1);
  for (let index = 0; index < width; index++) {
    const parent = above[Math.floor((index * above.length) / width)]?.number ?? null;
    groups.push({ number: groups.length + 1, parent, depth });
  }
}
groups.push({ number: ISOLATED, parent: null, depth: 0 });

/** The id that PostgreSQL makes of a number as well. */
const userId = (number) => `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;
const userIdSql = (number) => `('00000000-0000-4000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`;

/** User n is in group n, the next thousand as well, and so on; only one user is in the isolated group. */
const groupSql = (user) =>
  `CASE WHEN ${user} = ${ISOLATED} THEN ${ISOLATED} ELSE 1 + (${user} - 1) % ${ISOLATED - 1} END`;

const firstAt = (wanted) => groups.find(({ depth, number }) => depth === wanted && number < ISOLATED).number;
const viewer = (number, managed = []) => ({ id: userId(number), group: number, managed, viewsAll: false });
export const viewers = {
  isolated: viewer(ISOLATED),
  leaf: viewer(firstAt(4)),
  middle: viewer(firstAt(3), [groups.length - 2]),
  upper: viewer(firstAt(1)),
  root: viewer(firstAt(0)),
};

/** Whose task it is: some have far more than others. The isolated user has ten, in the older half. */
const ownerSql = `
  SELECT n, CASE WHEN n % (:rows / ${2 * ROWS_OF_ISOLATED}) = 0 AND n <= :rows / 2 THEN ${ISOLATED}
    ELSE (SELECT CASE WHEN u = ${ISOLATED} THEN u + 1 ELSE u END FROM (SELECT 1 + floor(${USERS} * power(random(), 1.5) + 0 * n)::int AS u) AS drawn) END AS u,
    random() AS spread
  FROM generate_series(:from::int, :to::int) AS n`;

const insertTasks = `
  INSERT INTO task (id, title, created_at, owner_id, vg, visible_to)
  SELECT md5('task ' || n)::uuid, 'Task ' || n, timestamptz '2023-01-01 00:00Z' + (n / 3) * interval '29.123457 seconds',
    ${userIdSql('u')}, ${groupSql('u')},
    CASE WHEN spread < 0.00001 THEN 7 WHEN spread < 0.2 THEN 5 WHEN spread < 0.8 THEN 3 ELSE 1 END
  FROM (${ownerSql}) AS drawn`;

/** Makes all of it, telling how far it is. */
export async function generate(client, rows, onProgress) {
  await client.query(`
    DROP TABLE IF EXISTS task, task_follower, users, groups;
    CREATE TABLE groups (number int PRIMARY KEY, parent int);
    CREATE TABLE users (id uuid PRIMARY KEY, vg int NOT NULL);
    CREATE TABLE task (id uuid NOT NULL, title text NOT NULL, created_at timestamptz NOT NULL, owner_id uuid,
      vg int NOT NULL, visible_to smallint NOT NULL);
    CREATE TABLE task_follower (user_id uuid NOT NULL, task_id uuid NOT NULL)`);
  await client.query('INSERT INTO groups SELECT * FROM unnest($1::int[], $2::int[])', [
    groups.map(({ number }) => number),
    groups.map(({ parent }) => parent),
  ]);
  await client.query(
    `INSERT INTO users SELECT ${userIdSql('u')}, ${groupSql('u')} FROM generate_series(1, ${USERS}) AS u`,
  );
  await client.query('SELECT setseed(0.5)');
  const steps = [...generation(rows)];
  const total = steps.reduce((sum, { weight }) => sum + weight, 0);
  let done = 0;
  for (const { name, weight, sql } of steps) {
    onProgress(done / total, name);
    await client.query(sql);
    done += weight;
  }
  onProgress(1, 'done');
}

/** The long part, in steps with about how long each takes in comparison. */
function* generation(rows) {
  for (let from = 1; from <= rows; from += CHUNK) {
    const to = Math.min(rows, from + CHUNK - 1);
    const bounds = { rows, from, to };
    yield {
      name: 'tasks',
      weight: to - from,
      sql: insertTasks.replace(/:(rows|from|to)/g, (_, key) => bounds[key]),
    };
  }
  yield {
    name: 'followers',
    weight: rows / 10,
    sql: `INSERT INTO task_follower SELECT DISTINCT ${userIdSql('u')}, md5('task ' || 1 + floor(random() * ${rows})::int)::uuid
      FROM generate_series(1, ${USERS}) AS u, generate_series(1, ${FOLLOWED_BY_EACH})`,
  };
  yield { name: 'primary key', weight: rows / 5, sql: 'ALTER TABLE task ADD PRIMARY KEY (id)' };
  yield {
    name: 'primary key',
    weight: rows / 5,
    sql: 'ALTER TABLE users ADD FOREIGN KEY (vg) REFERENCES groups',
  };
  for (const { name, create } of visibilityMigration(table).indexes)
    yield { name: `index ${name}`, weight: rows / 5, sql: create };
  for (const name of ['task', 'task_follower', 'users', 'groups'])
    yield { name: `statistics of ${name}`, weight: rows / 100, sql: `VACUUM (ANALYZE) ${name}` };
}
