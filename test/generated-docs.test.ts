import { expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';

it('the pages that come from the code are current', () => {
  const { status, stderr } = spawnSync(process.execPath, ['tools/generate-docs.mjs', '--check'], {
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  expect(status).toBe(0);
});
