import 'reflect-metadata';
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { loadConfig } from '../core/config/index.js';
import { recordFormats, RecordWriter } from '../core/records/index.js';
import { createApp } from '../create-app.js';
import { exportedFields, ExportUsers } from '../modules/user-transfer/index.js';
import { openDatabase } from '../open-database.js';
import { Progress } from './progress.js';
import { runCommand } from './run-command.js';

const USAGE = `Usage: npm run users:export -- --file FILE [--format jsonl|csv] [--include-password-hashes]

More in docs/import.md.`;

await runCommand(USAGE, async () => {
  const { values } = parseArgs({
    options: {
      file: { type: 'string' },
      format: { type: 'string', default: 'jsonl' },
      'include-password-hashes': { type: 'boolean', default: false },
    },
  });
  const format = recordFormats.find((known) => known === values.format);
  const { file, 'include-password-hashes': includePasswordHashes } = values;
  if (file === undefined || format === undefined) throw new Error(USAGE);
  if (existsSync(file)) throw new Error(`${file} is there already.`);
  // Nobody waits for an answer here: a statement may take longer than in the service.
  const config = { ...loadConfig(), logLevel: 'warn' as const, databaseTimeoutMs: 60_000 };
  const columns = includePasswordHashes ? [...exportedFields, 'passwordHash'] : exportedFields;
  const database = await openDatabase(config);
  const writer = await RecordWriter.create(file, format, columns);
  try {
    const app = await createApp(config, database.dataSource);
    let progress: Progress | null = null;
    const count = await app.get(ExportUsers).execute({
      includePasswordHashes,
      write: (records) => writer.write(records),
      onProgress: (done, total) =>
        (progress ??= new Progress('Exporting', total)).tell(done, `${done} users`),
    });
    await writer.end();
    await app.close();
    const secrets = includePasswordHashes
      ? ' with their password hashes: keep it safe, and no longer than needed'
      : '';
    console.log(`Exported ${count} users to ${file}${secrets}.`);
  } catch (error) {
    await writer.discard();
    throw error;
  } finally {
    await database.close();
  }
});
