import 'reflect-metadata';
import { loadConfig } from '../core/config/index.js';
import {
  connect,
  type DataSource,
  migrate,
  revertMigration,
  startEmbeddedPostgres,
} from '../core/database/index.js';
import { entities } from '../entities.js';
import { runCommand } from './run-command.js';

const takeBack = async (dataSource: DataSource): Promise<string> => {
  const name = await revertMigration(dataSource);
  return name === null ? 'There is nothing to take back.' : `Took back ${name}.`;
};

const USAGE = 'Usage: npm run migration:run | npm run migration:revert';

await runCommand(USAGE, async () => {
  const action = process.argv[2];
  const config = loadConfig();
  const embedded =
    config.databaseUrl === undefined ? await startEmbeddedPostgres({ dataDir: config.dataDir }) : null;
  const url = embedded?.url ?? config.databaseUrl ?? '';
  const dataSource = await connect({ url, poolSize: 2, timeoutMs: 0 }, entities);
  try {
    if (action === 'run') console.log((await migrate(dataSource)).join('\n') || 'The schema is current.');
    else if (action === 'revert') console.log(await takeBack(dataSource));
    else throw new Error(USAGE);
  } finally {
    await dataSource.destroy();
    await embedded?.stop();
  }
});
