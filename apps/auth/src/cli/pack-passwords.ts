import { statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { packHashes } from '../core/crypto/index.js';
import { Progress } from './progress.js';
import { runCommand } from './run-command.js';

const USAGE = `Usage: npm run passwords:pack -- IN.txt OUT.bin [--plain] [--min-count N]

IN.txt holds ascending SHA-1 hashes, HASH or HASH:COUNT a line, or with --plain one password a line.
PASSWORD_BLOCKLIST_FILE=OUT.bin lets the service use it.`;

await runCommand(USAGE, async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { plain: { type: 'boolean' }, 'min-count': { type: 'string' } },
  });
  const [input, output, ...rest] = positionals;
  const minCount = Number(values['min-count'] ?? 0);
  if (input === undefined || output === undefined || rest.length > 0 || !Number.isInteger(minCount))
    throw new Error(USAGE);
  const size = statSync(input).size;
  const progress = new Progress('Packing', size);
  const count = await packHashes(input, output, {
    from: values.plain === true ? 'plain' : 'sha1',
    minCount,
    onProgress: (bytes) => progress.tell(bytes),
  });
  progress.end(size, `${count} hashes`);
  console.log(`${output} lists ${count} hashes. Set PASSWORD_BLOCKLIST_FILE to it and restart the service.`);
});
