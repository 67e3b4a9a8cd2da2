import 'reflect-metadata';
import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type AppConfig, loadConfig } from '../core/config/index.js';
import { type SigningAlgorithm, signingAlgorithms, type SigningKeyView } from '../core/crypto/index.js';
import { createApp } from '../create-app.js';
import {
  ImportSigningKey,
  ListSigningKeys,
  ReencryptSecrets,
  RemoveSigningKey,
  RetireSigningKey,
  RotateSigningKey,
} from '../modules/signing-key/index.js';
import { openDatabase } from '../open-database.js';
import { confirm } from './confirm.js';
import { runCommand } from './run-command.js';

const USAGE = `Usage:
  npm run keys:list
  npm run keys:rotate -- [--algorithm ES256|EdDSA|RS256] [--now] [--yes]
  npm run keys:retire -- KEY_ID [--yes]
  npm run keys:remove -- KEY_ID [--yes]
  npm run keys:import -- FILE.pem [--now] [--yes]
  npm run keys:reencrypt`;

const SURPRISE =
  'A service that keeps a copy of the published keys does not know the new one yet and may refuse its tokens for up to five minutes.';

type App = Awaited<ReturnType<typeof createApp>>;

/** What was said on the command line. */
interface Arguments {
  readonly subject: string | undefined;
  readonly algorithm: string | undefined;
  readonly now: boolean;
  readonly yes: boolean;
}

type Command = (app: App, given: Arguments) => Promise<string>;

const commands: Readonly<Record<string, Command>> = {
  list,
  rotate,
  retire,
  remove,
  import: importKey,
  reencrypt,
};

async function list(app: App): Promise<string> {
  const keys = await app.get(ListSigningKeys).execute();
  return [
    'KEY ID                                       ALGORITHM  STATUS   SINCE',
    ...keys.map(describe),
  ].join('\n');
}

async function rotate(app: App, { algorithm, now, yes }: Arguments): Promise<string> {
  if (algorithm !== undefined && !isAlgorithm(algorithm)) throw new Error(USAGE);
  if (now) await confirm(`${SURPRISE} Let the new key sign at once?`, yes);
  const activation = now ? 'now' : 'after_publication';
  const key = await app.get(RotateSigningKey).execute({ ...(algorithm && { algorithm }), activation });
  return describeNew(key);
}

async function retire(app: App, { subject, yes }: Arguments): Promise<string> {
  const id = required(subject);
  await confirm(`${SURPRISE} Retire ${id}, so that another key signs at once?`, yes);
  await app.get(RetireSigningKey).execute(id);
  return `${id} signs no more. Its tokens are good until they expire.`;
}

async function remove(app: App, { subject, yes }: Arguments): Promise<string> {
  const id = required(subject);
  await confirm(
    `All tokens that ${id} signed die at once; apps have to refresh theirs. Remove it for good?`,
    yes,
  );
  await app.get(RemoveSigningKey).execute(id);
  return `${id} is removed, its tokens are worth nothing any more.`;
}

async function importKey(app: App, { subject, now, yes }: Arguments): Promise<string> {
  const file = required(subject);
  if (!existsSync(file)) throw new Error(`There is no file ${file}.`);
  if (now) await confirm(`${SURPRISE} Let the imported key sign at once?`, yes);
  const pem = readFileSync(file, 'utf8');
  return describeNew(await app.get(ImportSigningKey).execute(pem, now ? 'now' : 'after_publication'));
}

async function reencrypt(app: App): Promise<string> {
  const count = await app.get(ReencryptSecrets).execute();
  return count === 0
    ? 'Everything is encrypted under KEY_ENCRYPTION_KEY already. KEY_ENCRYPTION_KEY_PREVIOUS can go.'
    : `Encrypted ${count} secret${count === 1 ? '' : 's'} under KEY_ENCRYPTION_KEY. KEY_ENCRYPTION_KEY_PREVIOUS can go.`;
}

function describe({ id, algorithm, status, ...key }: SigningKeyView): string {
  const since = {
    next: key.createdAt,
    active: key.activatedAt,
    retired: key.retiredAt,
    removed: key.removedAt,
  }[status];
  const until = { next: key.activatesAt, retired: key.verifiesUntil, active: null, removed: null }[status];
  const plan =
    status === 'next'
      ? `, signs from ${until?.toISOString()}`
      : until && `, good until ${until.toISOString()}`;
  return `${id}  ${algorithm.padEnd(9)}  ${status.padEnd(7)}  ${since?.toISOString()}${plan ?? ''}`;
}

function describeNew({ id, algorithm, status, activatesAt }: SigningKeyView): string {
  const when =
    status === 'active'
      ? 'signs from now on'
      : `is published, and signs from ${activatesAt?.toISOString()} on`;
  return `${id} (${algorithm}) ${when}.`;
}

function required(subject: string | undefined): string {
  if (subject === undefined) throw new Error(USAGE);
  return subject;
}

const isAlgorithm = (text: string): text is SigningAlgorithm =>
  signingAlgorithms.some((known) => known === text);

/** A thumbprint after RFC 7638, in base64url. */
const isKeyId = (word: string): boolean => /^[\w-]{43}$/.test(word);

/** Not initialised, on purpose: with a key that is damaged the application would not start, and could not be helped. */
async function withApp(config: AppConfig, work: (app: App) => Promise<string>): Promise<void> {
  const database = await openDatabase(config);
  try {
    const app = await createApp(config, database.dataSource);
    console.log(await work(app));
    await app.close();
  } finally {
    await database.close();
  }
}

await runCommand(USAGE, async () => {
  // An id may begin with a hyphen, and is no option then.
  const words = process.argv.slice(2);
  const args = [...words.filter((word) => !isKeyId(word)), '--', ...words.filter(isKeyId)];
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { algorithm: { type: 'string' }, now: { type: 'boolean' }, yes: { type: 'boolean' } },
  });
  const [action = '', subject, ...rest] = positionals;
  const command = Object.hasOwn(commands, action) ? commands[action] : undefined;
  if (command === undefined || rest.length > 0) throw new Error(USAGE);
  const { algorithm, now = false, yes = false } = values;
  const config = { ...loadConfig(), logLevel: 'warn' as const };
  await withApp(config, (app) => command(app, { subject, algorithm, now, yes }));
});
