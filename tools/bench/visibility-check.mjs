/** Whether the statements find what the rule, read row by row and group by group, says. */
import {
  branchesPage,
  predicatePage,
  toSql,
  visibilityCondition,
  visibilityMigration,
} from '@auth-service/authorization';
import { groups, table, viewers } from './visibility-data.mjs';

const SAMPLE_ROWS = 1_000_000;
const PAGES = 40;
const sample = { ...table, name: 'task_sample' };
const parents = new Map(groups.map(({ number, parent }) => [number, parent]));

const isAbove = (upper, lower) => {
  const parent = parents.get(lower) ?? null;
  return parent !== null && (parent === upper || isAbove(upper, parent));
};

/** The table of the rules, row by row. */
function isSeen(viewer, followed, { id, owner, vg, level }) {
  if (owner === viewer.id || followed.has(id) || isAbove(viewer.group, vg)) return true;
  if (viewer.managed.some((managed) => managed === vg || isAbove(managed, vg))) return true;
  if (viewer.group === vg) return level >= 3;
  return level >= (isAbove(vg, viewer.group) ? 5 : 7);
}

/** Takes a sample as a table of its own, with its indexes. */
async function takeSample(client, rows) {
  const percent = Math.min(100, (100 * SAMPLE_ROWS) / rows);
  await client.query(`
    DROP TABLE IF EXISTS task_sample;
    CREATE TABLE task_sample AS SELECT * FROM task TABLESAMPLE BERNOULLI (${percent}) REPEATABLE (1);
    ALTER TABLE task_sample ADD PRIMARY KEY (id)`);
  for (const { create } of visibilityMigration(sample).indexes) await client.query(create);
  await client.query('VACUUM (ANALYZE) task_sample');
  const { rows: all } = await client.query(
    `SELECT id, owner_id AS owner, vg, visible_to AS level, (to_json(created_at) #>> '{}') || '~' || id AS cursor
     FROM task_sample ORDER BY created_at DESC, id DESC`,
  );
  return all;
}

function assertSame(what, found, expected) {
  const at = found.findIndex((id, index) => id !== expected[index]);
  if (at >= 0 || found.length !== expected.length)
    throw new Error(
      `${what}: ${found.length} rows instead of ${expected.length}, the first other one is number ${at}`,
    );
}

/** Walks some pages of a shape, from the newest and from the middle on. */
async function checkPages(client, what, page, seen) {
  for (const from of [0, Math.floor(seen.length / 2)]) {
    const found = [];
    let after = from === 0 ? undefined : seen[from - 1].cursor;
    for (let turn = 0; turn < PAGES; turn++) {
      const { text, values } = page({ limit: 50, ...(after && { after }) });
      const { rows } = await client.query(text, values);
      found.push(...rows.map(({ id }) => id));
      if (rows.length < 50) break;
      after = rows.at(-1).visibility_cursor;
    }
    const expected = seen.slice(from, from + PAGES * 50).map(({ id }) => id);
    assertSame(`${what} from ${from}`, found, expected);
  }
}

/**
 * Compares the set of the condition, and pages of both shapes, with the naive rule.
 *
 * @returns how many rows were looked at
 */
export async function checkSample(client, tree, rows) {
  const all = await takeSample(client, rows);
  for (const [name, viewer] of Object.entries(viewers)) {
    const condition = visibilityCondition(viewer, tree);
    const follows = await client.query('SELECT task_id FROM task_follower WHERE user_id = $1', [viewer.id]);
    const followed = new Set(follows.rows.map((row) => row.task_id));
    const seen = all.filter((row) => isSeen(viewer, followed, row));
    const { text, values } = toSql(condition, {
      owner: 'owner_id',
      group: 'vg',
      level: 'visible_to',
      followed: 'id IN (SELECT task_id FROM task_follower WHERE user_id = $me)',
    });
    const { rows: found } = await client.query(
      `SELECT id FROM task_sample WHERE ${text} ORDER BY created_at DESC, id DESC`,
      values,
    );
    assertSame(name, found.map(({ id }) => id), seen.map(({ id }) => id)); // prettier-ignore
    for (const [shape, page] of Object.entries({ branches: branchesPage, predicate: predicatePage }))
      await checkPages(
        client,
        `${name}, ${shape}`,
        (request) => page(sample, condition, request, 3000),
        seen,
      );
  }
  await client.query('DROP TABLE task_sample');
  return all.length;
}
