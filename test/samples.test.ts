import { expect, it } from '@jest/globals';
import { resolve } from 'node:path';
import { faultsOf, samplesOf } from './support/samples.js';

it.each([
  ['docs/client.md', 2],
  ['libs/client/README.md', 2],
  ['docs/guard.md', 4],
  ['docs/visibility.md', 4],
  ['libs/guard/README.md', 1],
])(
  'the samples of %s compile',
  (document, atLeast) => {
    const samples = samplesOf(document);
    expect(samples.size).toBeGreaterThanOrEqual(atLeast);
    expect(faultsOf(samples)).toEqual([]);
  },
  120_000,
);

it.each([
  [
    'client',
    "import { AuthClient } from '@auth-service/client';\nnew AuthClient({ baseUrl: '' }).loginn();\n",
  ],
  ['guard', "import { RequirePermission } from '@auth-service/guard';\nRequirePermission();\n"],
])(
  'a sample that uses the %s library wrongly would not compile',
  (_, sample) => {
    expect(faultsOf(new Map([[resolve('test/sample.ts'), sample]])).join()).toMatch(/loginn|arguments/);
  },
  120_000,
);
