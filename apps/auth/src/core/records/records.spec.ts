import { afterAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MAX_RECORD_BYTES, type ReadRecord, RecordFile, type RecordFormat, RecordWriter } from './index.js';

const folder = mkdtempSync(join(tmpdir(), 'records-'));
const file = join(folder, 'file');
afterAll(() => rmSync(folder, { recursive: true }));

const columns = ['name', 'note'];

async function read(content: string | Buffer, format: RecordFormat): Promise<ReadRecord[]> {
  writeFileSync(file, content);
  return all(await RecordFile.open(file, format, columns));
}

async function all(records: RecordFile): Promise<ReadRecord[]> {
  const found: ReadRecord[] = [];
  for await (const record of records.records()) found.push(record);
  return found;
}

const text = fc.string({ unit: 'binary' }).filter((value) => value !== '');
const tricky = fc.constantFrom(
  '=1+1',
  "'=1+1",
  "''@x",
  '+49 30 1',
  '-1',
  '@home',
  '\ttab',
  '\rreturn',
  'a "quoted" word',
  'two\nlines',
  'two\r\nlines',
  'a,b;c',
  ' space ',
  '🐎 ‮ünïcode',
  "'",
);

describe.each(['jsonl', 'csv'] as const)('%s', (format) => {
  it('comes back as it was written', async () => {
    const field = fc.oneof(tricky, text);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ name: field, note: field }), { maxLength: 20 }),
        async (records) => {
          const path = join(folder, 'written');
          const writer = await RecordWriter.create(path, format, columns);
          await writer.write(records.slice(0, 3));
          await writer.write(records.slice(3));
          await writer.end();
          const found = await all(await RecordFile.open(path, format, columns));
          expect(found).toEqual(records.map((fields) => ({ fields })));
          expect(statSync(path).mode & 0o777).toBe(0o600);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('tells a record that is not UTF-8, and goes on', async () => {
    const [head, row] = format === 'csv' ? ['name\n', 'ok\n'] : ['', '{"name":"ok"}\n'];
    const found = await read(
      Buffer.concat([Buffer.from(head), Buffer.from([0xff, 0xfe, 0x0a]), Buffer.from(row)]),
      format,
    );
    expect(found).toEqual([{ fault: 'is not UTF-8' }, { fields: { name: 'ok' } }]);
  });
});

describe('CSV', () => {
  it('holds no formula when it is opened in a spreadsheet', async () => {
    const writer = await RecordWriter.create(file, 'csv', columns);
    await writer.write([{ name: '=HYPERLINK("x")', note: { a: 1 } }]);
    await writer.end();
    expect(readFileSync(file, 'utf8')).toBe(`name,note\n"'=HYPERLINK(""x"")","{""a"":1}"\n`);
  });

  it('may begin with a byte order mark and end its lines like Windows', async () => {
    expect(await read('\uFEFF"name","note"\r\n"Ada",""\r\n\r\n', 'csv')).toEqual([
      { fields: { name: 'Ada' } },
    ]);
  });

  it('tells a record with too few fields, and goes on', async () => {
    expect(await read('name,note\na\nb,c\n', 'csv')).toEqual([
      { fault: 'has 1 fields instead of 2' },
      { fields: { name: 'b', note: 'c' } },
    ]);
  });

  it.each([
    ['an unknown column', 'name,phone\n', /unknown columns phone; known: name, note/],
    ['a column that is there twice', 'name,name\n', /twice/],
    ['a quote that never ends', 'name,note\n"a,b\nc,d\n', /Quote Not Closed/],
    ['a record without an end', `name,note\n"${'x'.repeat(MAX_RECORD_BYTES + 10)}`, /Max Record Size/],
  ])('stops at %s', async (_, content, reason) => {
    await expect(read(content, 'csv')).rejects.toThrow(reason);
  });
});

describe('JSON Lines', () => {
  it('tells what is no object or too long, and goes on', async () => {
    const long = `{"name":"${'x'.repeat(2 * MAX_RECORD_BYTES)}"}`;
    expect(await read(`[]\n{"name":\n${long}\nnull\n{"name":"a"}`, 'jsonl')).toEqual([
      { fault: 'is no JSON object' },
      { fault: 'is no JSON object' },
      { fault: `is longer than ${MAX_RECORD_BYTES} bytes` },
      { fault: 'is no JSON object' },
      { fields: { name: 'a' } },
    ]);
  });
});

it('leaves nothing behind when it is discarded', async () => {
  const path = join(folder, 'discarded');
  const writer = await RecordWriter.create(path, 'jsonl', columns);
  await writer.write([{ name: 'a' }]);
  await writer.discard();
  expect(() => statSync(`${path}.part`)).toThrow('ENOENT');
});
