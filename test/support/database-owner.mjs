import { startEmbeddedPostgres } from '../../dist/apps/auth/src/core/database/embedded-postgres.js';

// A process that owns an embedded database until it is killed.
const { url } = await startEmbeddedPostgres({ dataDir: process.argv[2] });
process.stdout.write(`${url}\n`);
setInterval(() => undefined, 60_000);
