import { afterAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '../../config/index.js';
import { HashList, hashOf } from './hash-list.js';
import { packHashes } from './pack-hashes.js';
import { PasswordBlocklist } from './password-blocklist.js';

const folder = mkdtempSync(join(tmpdir(), 'blocklist-'));
const [input, output] = [join(folder, 'in.txt'), join(folder, 'out.bin')];
afterAll(() => rmSync(folder, { recursive: true }));

const sha1 = (text: string) => createHash('sha1').update(text).digest('hex').toUpperCase();
const words = Array.from({ length: 1500 }, (_, index) => `known phrase ${index}`);

describe('packed lists of passwords', () => {
  it('find each of their hashes and no other', async () => {
    const lines = words.map((word) => `${sha1(word)}:${word.length}`).sort();
    writeFileSync(input, lines.join('\r\n'));
    expect(await packHashes(input, output, { from: 'sha1' })).toBe(words.length);
    expect(statSync(output).size).toBe(16 + 8 * words.length);
    const list = HashList.open(output);
    for (const word of words) expect(await list.has(hashOf(word))).toBe(true);
    for (const word of words) expect(await list.has(hashOf(`${word}?`))).toBe(false);
    for (const edge of ['00'.repeat(8), 'ff'.repeat(8)])
      expect(await list.has(Buffer.from(edge, 'hex'))).toBe(false);
    list.close();
  });

  it('can be made of plain passwords, in lower case too, and leave out what is rare', async () => {
    writeFileSync(input, 'Ünterwegs nach Rom\nPLAIN\nplain\n\n');
    expect(await packHashes(input, output, { from: 'plain' })).toBe(4);
    writeFileSync(input, [`${sha1('often')}:10`, `${sha1('rare')}:9`].sort().join('\n'));
    expect(await packHashes(input, output, { from: 'sha1', minCount: 10 })).toBe(1);
    const list = HashList.open(output);
    expect(await list.has(hashOf('often'))).toBe(true);
    list.close();
  });

  it.each([
    ['descends', `${'F'.repeat(40)}\n${'0'.repeat(40)}\n`, /line 2: the hashes must ascend/],
    ['is not hexadecimal', `${'G'.repeat(40)}\n`, /line 1: is no SHA-1/],
    ['is a password', 'correct horse\n', /line 1: is no SHA-1/],
  ])('are not made of a file that %s', async (_, text, reason) => {
    rmSync(output, { force: true });
    writeFileSync(input, text);
    await expect(packHashes(input, output, { from: 'sha1' })).rejects.toThrow(reason);
    expect(existsSync(output) || existsSync(`${output}.part`)).toBe(false);
  });

  it('may be empty', async () => {
    writeFileSync(input, '');
    expect(await packHashes(input, output, { from: 'sha1' })).toBe(0);
    const list = HashList.open(output);
    expect(await list.has(hashOf('anything'))).toBe(false);
    list.close();
  });

  it('are refused when they are cut off, too long or something else', () => {
    writeFileSync(input, 'something else');
    appendFileSync(output, 'x');
    for (const file of [input, output, join(folder, 'missing')])
      expect(() => new PasswordBlocklist(loadConfig({ PASSWORD_BLOCKLIST_FILE: file }))).toThrow(
        /^PASSWORD_BLOCKLIST_FILE: /,
      );
  });
});

describe('PasswordBlocklist', () => {
  it('knows common passwords as typed and in lower case', async () => {
    const blocklist = new PasswordBlocklist(loadConfig({}));
    for (const known of ['123456', 'password1', 'PassWord1', 'q1w2e3r4t5y6', 'PasswordPassword'])
      expect([known, await blocklist.includes(known)]).toEqual([known, true]);
    for (const unknown of ['correct horse battery staple', 'password1 ', ''])
      expect([unknown, await blocklist.includes(unknown)]).toEqual([unknown, false]);
    blocklist.onModuleDestroy();
  });

  it("knows the operator's list as well", async () => {
    writeFileSync(input, 'our company motto 2031\n');
    await packHashes(input, output, { from: 'plain' });
    const blocklist = new PasswordBlocklist(loadConfig({ PASSWORD_BLOCKLIST_FILE: output }));
    expect(await blocklist.includes('Our Company Motto 2031')).toBe(true);
    expect(await blocklist.includes('password1')).toBe(true);
    expect(await blocklist.includes('our company motto 2032')).toBe(false);
    blocklist.onModuleDestroy();
  });
});
