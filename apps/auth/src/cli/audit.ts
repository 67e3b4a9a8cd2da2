import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { loadConfig } from '../core/config/index.js';
import { createApp } from '../create-app.js';
import { type ChainCheck, type ChainFault, VerifyAuditChain } from '../modules/audit/index.js';
import { openDatabase } from '../open-database.js';
import { Progress } from './progress.js';
import { runCommand } from './run-command.js';

const USAGE = `Usage: npm run audit:verify [-- --expect POSITION:HASH]

  --expect  an end of the chain that was noted before: it has to be there still

More in docs/operations.md.`;

const PART = 5000;

type Verify = (after: number, limit: number) => Promise<ChainCheck>;

const sentences: Readonly<Record<ChainFault['kind'], string>> = {
  changed: 'was changed, or an entry before it is gone',
  removed: 'is gone',
  inserted: 'was put in afterwards',
  reordered: 'stands in the place of another',
  head: 'cannot be verified: the end that audit_chain records is gone or not genuine, or KEY_ENCRYPTION_KEY is another',
};

const describe = ({ kind, position, eventId }: ChainFault): string =>
  `The audit log is not as it was sealed. Entry ${position}${eventId === null ? '' : ` (${eventId})`} ${sentences[kind]}.`;

async function verifyAll(verify: Verify): Promise<ChainCheck> {
  let check = await verify(0, PART);
  const progress = new Progress('Verifying', check.sealed);
  while (!check.isComplete) {
    progress.tell(check.verified, `${check.verified} entries`);
    check = await verify(check.verified, PART);
  }
  progress.end(check.verified, `${check.verified} entries`);
  return check;
}

/** @throws Error unless the chain goes through an end that was noted before */
async function assertHolds(expected: string, verify: Verify): Promise<void> {
  const [, position = '', hash = ''] = /^(\d{1,15}):([0-9a-f]{64})$/i.exec(expected) ?? [];
  if (hash === '') throw new Error(USAGE);
  const { hash: found } = Number(position) === 0 ? { hash } : await verify(Number(position) - 1, 1);
  if (found !== hash.toLowerCase())
    throw new Error(
      `The audit log is not the one that was noted: entry ${position} has another hash, or is gone.`,
    );
}

await runCommand(USAGE, async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { expect: { type: 'string' } },
  });
  if (positionals.join(' ') !== 'verify') throw new Error(USAGE);
  // Faults are told here, once.
  const database = await openDatabase({ ...loadConfig(), logLevel: 'silent' as const });
  try {
    const app = await createApp({ ...loadConfig(), logLevel: 'silent' as const }, database.dataSource);
    const verify: Verify = (after, limit) => app.get(VerifyAuditChain).execute(after, limit);
    const { fault, verified, hash, unsealed } = await verifyAll(verify);
    if (fault !== null) throw new Error(describe(fault));
    if (values.expect !== undefined) await assertHolds(values.expect, verify);
    console.log(
      `All ${verified} sealed entries are as they were sealed; ${unsealed} await it.\nThe end of the chain, to be noted elsewhere: ${verified}:${hash}`,
    );
    await app.close();
  } finally {
    await database.close();
  }
});
