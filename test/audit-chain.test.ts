import { beforeEach, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { v7 } from 'uuid';
import {
  type ChainCheck,
  RecordAuditEvent,
  SealAuditLog,
  VerifyAuditChain,
} from '../apps/auth/src/modules/audit/index.js';
import { type TestApp, useCommittingApps } from './support/app.js';
import { runCommand } from './support/cli.js';
import { bearer, createUser, createUserWith, createUserWithRole } from './support/people.js';

const apps = useCommittingApps(2);
const [app, other] = apps as [TestApp, TestApp];

const sql = <Row = Record<string, unknown>>(statement: string, values: unknown[] = []) =>
  app.dataSource.query<Row[]>(statement, values);
/** What whoever owns the database can do. */
const tamper = async (...statements: string[]) => {
  await sql('ALTER TABLE audit_log DISABLE TRIGGER USER');
  for (const statement of statements) await sql(statement);
  await sql('ALTER TABLE audit_log ENABLE TRIGGER USER');
};
const record = (instance: TestApp, count: number) =>
  Promise.all(
    Array.from({ length: count }, (_, index) =>
      instance.app.get(RecordAuditEvent).execute({
        action: 'auth.login',
        subjectType: 'user',
        subjectId: v7(),
        before: { name: `"old" ${index}`, at: 1e21 },
        after: { name: 'новое\n', list: [1, null] },
      }),
    ),
  );
const unsealed = async () =>
  (await sql<{ count: number }>('SELECT count(*)::int FROM audit_log WHERE position IS NULL'))[0]?.count;
const sealAll = async () => {
  for (const end = Date.now() + 10_000; (await unsealed()) !== 0 && Date.now() < end;) {
    await app.app.get(SealAuditLog).execute();
    await sleep(20);
  }
};
async function verify(part = 5000): Promise<ChainCheck> {
  const query = other.app.get(VerifyAuditChain);
  let check = await query.execute(0, part);
  while (!check.isComplete) check = await query.execute(check.verified, part);
  return check;
}

describe('the chain of the audit log', () => {
  beforeEach(async () => {
    await tamper('TRUNCATE audit_log', 'DELETE FROM audit_chain');
  });

  it('seals what two instances commit at once, each entry once, and forgets what was rolled back', async () => {
    await Promise.all([
      record(app, 300),
      record(other, 300),
      ...apps.map((instance) => createUserWithRole(instance, 'administrator')),
      ...Array.from({ length: 20 }, (_, index) => apps[index % 2]!.app.get(SealAuditLog).execute()),
      app.dataSource
        .transaction(async (manager) => {
          await manager.query(
            `INSERT INTO audit_log (id, action, outcome, subject_type) VALUES ($1, 'rolled.back', 'success', 'test')`,
            [v7()],
          );
          throw new Error('rolled back');
        })
        .catch(() => undefined),
    ]);
    await sealAll();
    const [{ count, last }] = (await sql(
      'SELECT count(*)::int, max(position)::int AS last FROM audit_log',
    )) as [{ count: number; last: number }];
    expect(count).toBeGreaterThan(600);
    expect(last).toBe(count);
    expect(await verify(100)).toMatchObject({ verified: count, sealed: count, unsealed: 0, fault: null });
  });

  it('seals by itself within seconds, and an entry that is committed late behind those before it', async () => {
    const late = app.dataSource.createQueryRunner();
    await late.startTransaction();
    const id = v7();
    await late.query(
      `INSERT INTO audit_log (id, action, outcome, subject_type) VALUES ($1, 'late', 'success', 'test')`,
      [id],
    );
    await record(app, 3);
    for (const end = Date.now() + 5000; (await unsealed()) !== 0 && Date.now() < end;) await sleep(50);
    expect(await verify()).toMatchObject({ verified: 3, unsealed: 0, fault: null });
    await late.commitTransaction();
    await late.release();
    await sealAll();
    expect(await sql('SELECT position::int FROM audit_log WHERE id = $1', [id])).toEqual([{ position: 4 }]);
    expect(await verify()).toMatchObject({ verified: 4, fault: null });
  });

  it('waits for nobody, and nobody for it', async () => {
    const holder = app.dataSource.createQueryRunner();
    await holder.startTransaction();
    await holder.query('SELECT pg_advisory_xact_lock(4017202607)');
    expect(await other.app.get(SealAuditLog).execute()).toBe(0);
    await record(other, 1);
    await holder.query('UPDATE audit_log SET position = 1, hash = $1', [Buffer.alloc(32)]);
    await record(other, 1);
    await holder.rollbackTransaction();
    await holder.release();
    await sealAll();
    expect(await verify()).toMatchObject({ verified: 2, fault: null });
  });

  it('goes on where a sealing was broken off', async () => {
    await record(app, 5);
    await sealAll();
    await record(app, 5);
    const broken = new pg.Client({ connectionString: app.config.databaseUrl });
    broken.on('error', () => undefined);
    await broken.connect();
    await broken.query('BEGIN');
    await broken.query('SELECT pg_advisory_xact_lock(4017202607)');
    await broken.query(
      `UPDATE audit_log SET position = row.place, hash = 'x'
       FROM (SELECT id AS row_id, 5 + row_number() OVER (ORDER BY id) AS place FROM audit_log WHERE position IS NULL) row
       WHERE id = row_id`,
    );
    const { rows } = await broken.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    await sql('SELECT pg_terminate_backend($1)', [rows[0]?.pid]);
    await sealAll();
    expect(await verify(3)).toMatchObject({ verified: 10, fault: null });
  });

  it('lets nothing be changed or removed, sealed or not', async () => {
    await record(app, 1);
    const refused = /added, and neither changed nor removed/;
    for (const attempt of [
      `UPDATE audit_log SET action = 'x'`,
      `UPDATE audit_log SET action = 'x', position = 1, hash = 'x'`,
      'DELETE FROM audit_log',
      'TRUNCATE audit_log',
    ]) {
      await expect(sql(attempt)).rejects.toThrow(refused);
      await sealAll();
    }
    await expect(sql(`UPDATE audit_log SET position = 7, hash = 'x'`)).rejects.toThrow(refused);
    await expect(sql('UPDATE audit_log SET position = NULL, hash = NULL')).rejects.toThrow(refused);
  });

  describe('once sealed', () => {
    const idAt = async (position: number) =>
      (await sql<{ id: string }>('SELECT id FROM audit_log WHERE position = $1', [position]))[0]?.id;

    beforeEach(async () => {
      await record(app, 12);
      await sealAll();
    });

    it.each([
      ['action', `'other'`],
      ['outcome', `'denied'`],
      ['occurred_at', `occurred_at + interval '1 microsecond'`],
      ['actor_id', 'id'],
      ['impersonator_id', 'id'],
      ['subject_type', `'other'`],
      ['subject_id', 'NULL'],
      ['before', `before || '{"name": ""}'`],
      ['after', 'NULL'],
      ['reason', `'none'`],
      ['request_id', `''`],
      ['ip_address', `'127.0.0.1'`],
      ['hash', 'NULL'],
    ])('finds a changed %s', async (column, value) => {
      const eventId = await idAt(7);
      await tamper(`UPDATE audit_log SET ${column} = ${value} WHERE position = 7`);
      expect(await verify(4)).toMatchObject({
        verified: 6,
        fault: { kind: 'changed', position: 7, eventId },
        isComplete: true,
      });
    });

    it('finds removed entries: in the middle, at the beginning and at the end', async () => {
      const removed = (position: number) => ({ fault: { kind: 'removed', position, eventId: null } });
      await tamper('DELETE FROM audit_log WHERE position = 12');
      expect(await verify()).toMatchObject(removed(12));
      expect(await verify(11)).toMatchObject(removed(12));
      await tamper('DELETE FROM audit_log WHERE position = 5');
      expect(await verify()).toMatchObject(removed(5));
      expect(await verify(2)).toMatchObject(removed(5));
      await tamper('DELETE FROM audit_log WHERE position < 3');
      expect(await verify()).toMatchObject(removed(1));
      await tamper('TRUNCATE audit_log');
      expect(await verify()).toMatchObject(removed(1));
    });

    it('finds a cut end even when the recorded end is moved with it', async () => {
      await tamper(
        `UPDATE audit_chain SET position = 10, hash = (SELECT hash FROM audit_log WHERE position = 10)`,
        'DELETE FROM audit_log WHERE position > 10',
      );
      expect(await verify()).toMatchObject({ fault: { kind: 'head' } });
    });

    it('finds inserted and exchanged entries', async () => {
      const columns = 'action, outcome, subject_type, occurred_at';
      await tamper(
        'UPDATE audit_log SET position = -position WHERE position > 4',
        'UPDATE audit_log SET position = 1 - position WHERE position < 0',
        `INSERT INTO audit_log (id, ${columns}, position, hash)
           SELECT gen_random_uuid(), ${columns}, 5, hash FROM audit_log WHERE position = 4`,
      );
      expect(await verify()).toMatchObject({
        fault: { kind: 'inserted', position: 5, eventId: await idAt(5) },
      });
      await tamper(
        'DELETE FROM audit_log WHERE position = 5',
        'UPDATE audit_log SET position = -position WHERE position > 4',
        'UPDATE audit_log SET position = -position - 1 WHERE position < 0',
      );
      expect(await verify()).toMatchObject({ verified: 12, fault: null });
      await tamper(
        'UPDATE audit_log SET position = -position WHERE position IN (3, 8)',
        'UPDATE audit_log SET position = 11 + position WHERE position < 0',
      );
      expect(await verify()).toMatchObject({
        fault: { kind: 'reordered', position: 3, eventId: await idAt(3) },
      });
    });

    it('finds an entry behind the end', async () => {
      await tamper(
        `INSERT INTO audit_log (id, action, outcome, subject_type, position, hash)
           VALUES (gen_random_uuid(), 'x', 'success', 'test', 13, '\\x00')`,
      );
      expect(await verify()).toMatchObject({
        fault: { kind: 'inserted', position: 13, eventId: await idAt(13) },
      });
    });

    it('does not begin anew when its end is gone, and tells it', async () => {
      await sql('DELETE FROM audit_chain');
      await record(app, 1);
      await expect(app.app.get(SealAuditLog).execute()).rejects.toThrow('audit_chain is gone');
      expect(await verify()).toMatchObject({ fault: { kind: 'head' }, unsealed: 1 });
    });

    it('is verified over REST a part at a time, with a permission of its own', async () => {
      const reader = await bearer(app, await createUserWith(app, 'audit:read'));
      const ask = (authorization: string, query = '') =>
        app.request().get(`/auth/v1/audit-log/verification${query}`).set({ authorization });
      await ask(reader).expect(403);
      const authorization = await bearer(app, await createUserWith(app, 'audit:verify'));
      await sealAll();
      const { body: part } = await ask(authorization, '?limit=5').expect(200);
      expect(part).toMatchObject({ verified: 5, fault: null, isComplete: false });
      const { body: rest } = await ask(authorization, `?after=${part.verified}`).expect(200);
      expect(rest).toMatchObject({ verified: rest.sealed, fault: null, isComplete: true });
      const { body } = await ask(authorization, '?after=1.5').expect(400);
      expect(body.errors[0].field).toBe('after');
      await ask(authorization, '?limit=5001').expect(400);
    });

    it('is verified by a command, which knows an end that was noted', async () => {
      const environment = { DATABASE_URL: app.config.databaseUrl ?? '', DATA_DIR: app.config.dataDir };
      const run = (...parameters: string[]) => runCommand('audit', ['verify', ...parameters], environment);
      const whole = await run();
      expect(whole).toMatchObject({ code: 0, output: expect.stringContaining('All 12 sealed entries') });
      const noted = /12:[0-9a-f]{64}/.exec(whole.output)?.[0] ?? '';
      await createUser(app);
      await sealAll();
      expect(await run('--expect', noted)).toMatchObject({ code: 0 });
      expect(await run('--expect', noted.replace('12:', '11:'))).toMatchObject({
        code: 1,
        output: expect.stringContaining('not the one that was noted'),
      });
      await tamper(`UPDATE audit_log SET reason = 'x' WHERE position = 2`);
      expect(await run()).toMatchObject({ code: 1, output: expect.stringContaining('Entry 2 (') });
    }, 60_000);
  });
});
