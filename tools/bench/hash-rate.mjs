// What the password hasher alone reaches, with the service's own parameters and as many at once as it allows.
import { availableParallelism } from 'node:os';
import { loadConfig } from '../../dist/apps/auth/src/core/config/index.js';
import { PasswordHasher } from '../../dist/apps/auth/src/core/crypto/password-hasher.js';

const hasher = new PasswordHasher(loadConfig({}));
const hash = await hasher.hash('correct horse battery staple');
const end = performance.now() + Number(process.argv[2]) * 1000;
const since = performance.now();
let count = 0;
await Promise.all(
  Array.from({ length: availableParallelism() }, async () => {
    for (; performance.now() < end; count++) await hasher.check('correct horse battery staple', hash);
  }),
);
console.log((count / (performance.now() - since)) * 1000);
