import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { loadConfig } from '../core/config/index.js';
import { digestOfFile } from '../core/crypto/index.js';
import { RecordFile, type RecordFormat, recordFormats, ResumedFile } from '../core/records/index.js';
import { createApp } from '../create-app.js';
import {
  declarePasswordFormat,
  importedFields,
  type ImportOptions,
  type ImportReport,
  ImportUsers,
  passwordFormatNames,
  type RefusedRows,
} from '../modules/user-transfer/index.js';
import { openDatabase } from '../open-database.js';
import { Progress } from './progress.js';
import { runCommand } from './run-command.js';

const USAGE = `Usage: npm run users:import -- --file FILE [--format jsonl|csv] [--source NAME]
  [--password-format NAME [--password-options FILE.json]] [--rejects FILE] [--dry-run] [--resume]

Password formats: ${passwordFormatNames.join(', ')}.
More in docs/import.md.`;

/** Reasons that are shown where no file takes them. */
const SHOWN_REASONS = 10;

interface Arguments {
  readonly file: string;
  readonly format: RecordFormat;
  readonly rejects: string | undefined;
  readonly resume: boolean;
  readonly options: ImportOptions;
}

function readArguments(): Arguments {
  const { values } = parseArgs({
    options: {
      file: { type: 'string' },
      format: { type: 'string', default: 'jsonl' },
      source: { type: 'string', default: 'import' },
      'password-format': { type: 'string' },
      'password-options': { type: 'string' },
      rejects: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      resume: { type: 'boolean', default: false },
    },
  });
  const format = recordFormats.find((known) => known === values.format);
  const { file, source, rejects, resume } = values;
  if (file === undefined || format === undefined || source === '') throw new Error(USAGE);
  if (rejects !== undefined && resolve(rejects) === resolve(file))
    throw new Error('--rejects must name another file than --file.');
  const [name, optionsFile] = [values['password-format'], values['password-options']];
  const given: unknown =
    optionsFile === undefined ? undefined : JSON.parse(readFileSync(optionsFile, 'utf8'));
  const passwordFormat = name === undefined ? null : declarePasswordFormat(name, given);
  const options = { source, passwordFormat, isText: format === 'csv', isDryRun: values['dry-run'] };
  return { file, format, rejects, resume, options };
}

/** Into a file where one is named; else some reasons are shown. */
async function openRefusedRows(path: string | undefined): Promise<RefusedRows & { close(): Promise<void> }> {
  if (path !== undefined) {
    const file = await ResumedFile.open(path);
    return {
      writeAt: (position, rows) =>
        file.writeAt(position, rows.map((row) => `${JSON.stringify(row)}\n`).join('')),
      close: () => file.close(),
    };
  }
  let shown = 0;
  return {
    writeAt: (position, rows) => {
      for (const { record, reason } of rows) {
        if (shown++ < SHOWN_REASONS) console.error(`record ${record}: ${reason}`);
      }
      return Promise.resolve(position);
    },
    close: () => Promise.resolve(),
  };
}

function describe({ options, rejects }: Arguments, report: ImportReport): string {
  const { records, imported, present, refused, resumedAt, samples } = report;
  const verb = options.isDryRun ? 'would be imported' : 'imported';
  return [
    `${records} records: ${imported} ${verb}, ${present} there already, ${refused} refused.`,
    ...(resumedAt > 0 ? [`Went on after record ${resumedAt}.`] : []),
    ...(options.isDryRun ? [`${samples} sample passwords matched their hash. Nothing was changed.`] : []),
    ...(refused > 0 && rejects !== undefined ? [`The refused rows and why: ${rejects}`] : []),
  ].join('\n');
}

await runCommand(USAGE, async () => {
  const given = readArguments();
  // Nobody waits for an answer here: a statement may take longer than in the service.
  const config = { ...loadConfig(), logLevel: 'warn' as const, databaseTimeoutMs: 60_000 };
  const file = await RecordFile.open(given.file, given.format, importedFields);
  const fingerprint = await digestOfFile(given.file, JSON.stringify([given.format, given.options]));
  const refusedRows = await openRefusedRows(given.rejects);
  const database = await openDatabase(config);
  try {
    const app = await createApp(config, database.dataSource);
    const progress = new Progress(given.options.isDryRun ? 'Checking' : 'Importing', file.size);
    const report = await app.get(ImportUsers).execute({
      fingerprint,
      records: file.records(),
      options: given.options,
      refusedRows,
      resume: given.resume,
      onProgress: ({ records, refused }) =>
        progress.tell(file.bytesRead, `${records} records, ${refused} refused`),
    });
    progress.end(file.size, `${report.records} records, ${report.refused} refused`);
    await app.close();
    const summary = describe(given, report);
    // Ends with 1, so that a script notices.
    if (report.refused > 0) throw new Error(summary);
    console.log(summary);
  } finally {
    await refusedRows.close();
    await database.close();
  }
});
