import 'reflect-metadata';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { loadConfig } from '../core/config/index.js';
import { createApp } from '../create-app.js';
import { CreateSuperuser } from '../modules/setup/index.js';
import { SeedBuiltIns } from '../modules/rbac/index.js';
import { openDatabase } from '../open-database.js';
import { runCommand } from './run-command.js';

const USAGE =
  'Usage: npm run admin:create -- E-MAIL      (the password is asked for, or read from standard input)';

/** Asks without showing what is typed; from a pipe the first line is the password. */
async function readPassword(minLength: number): Promise<string> {
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const isTerminal = process.stdin.isTTY;
  const lines = createInterface({ input: process.stdin, output: silent, terminal: isTerminal });
  if (isTerminal) process.stdout.write(`Password, at least ${minLength} characters: `);
  const password = await lines.question('');
  lines.close();
  if (isTerminal) process.stdout.write('\n');
  return password;
}

await runCommand(USAGE, async () => {
  const email = process.argv[2];
  if (email?.includes('@') !== true) throw new Error(USAGE);
  const config = { ...loadConfig(), logLevel: 'warn' as const };
  const password = await readPassword(config.passwordMinLength);
  const database = await openDatabase(config);
  try {
    const app = await createApp(config, database.dataSource);
    await app.init();
    await app.get(SeedBuiltIns).execute();
    await app.get(CreateSuperuser).execute({ email, password });
    await app.close();
    console.log(`${email} is a superuser now and can log in at ${config.publicUrl}/auth/admin`);
  } finally {
    await database.close();
  }
});
