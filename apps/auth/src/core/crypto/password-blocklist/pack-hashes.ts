import { createReadStream } from 'node:fs';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { HASH_BYTES, HASH_LIST_HEADER_BYTES, HASH_LIST_MAGIC, hashOf } from './hash-list.js';

const CHUNK_BYTES = 1024 * 1024;
/** No password or hash in a list is nearly as long. */
const MAX_LINE_BYTES = 64 * 1024;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const COLON = 0x3a;
const SHA1_DIGITS = 40;

/** What a list is packed from. */
export interface PackOptions {
  /** `sha1`: lines `HASH` or `HASH:COUNT`, ascending, as "Have I Been Pwned" gives them. `plain`: a password a line. */
  readonly from: 'sha1' | 'plain';
  /** Leaves out hashes that were seen less often. */
  readonly minCount?: number;
  /** Is told the bytes read so far. */
  readonly onProgress?: (bytes: number) => void;
}

/**
 * Packs a text file into a list for {@link HashList}. The output appears under its name only once it is whole.
 *
 * `sha1` is streamed. `plain` is sorted in memory: 16 bytes a password, since its lower-case form is listed too.
 *
 * @returns how many hashes the list holds
 * @throws Error naming the line that is wrong
 */
export async function packHashes(input: string, output: string, options: PackOptions): Promise<number> {
  const part = `${output}.part`;
  const file = await open(part, 'w');
  try {
    const writer = new RecordWriter(file);
    if (options.from === 'sha1') await packSorted(input, writer, options);
    else await packPlain(input, writer, options);
    await writer.end();
    await file.close();
    await rename(part, output);
    return writer.count;
  } catch (error) {
    await file.close();
    await rm(part, { force: true });
    throw error;
  }
}

async function packSorted(input: string, writer: RecordWriter, options: PackOptions): Promise<void> {
  const { minCount = 0, onProgress } = options;
  const hash = Buffer.alloc(HASH_BYTES);
  let number = 0;
  for await (const lines of linesOf(input, onProgress)) {
    for (const line of lines) {
      number += 1;
      if (line.length === 0) continue;
      if (!parseHash(line, hash))
        throw new Error(`line ${number}: is no SHA-1 in hexadecimal, nor HASH:COUNT`);
      if (minCount > 1 && countOf(line) < minCount) continue;
      if (!writer.add(hash)) throw new Error(`line ${number}: the hashes must ascend; sort the file first`);
    }
    await writer.flush();
  }
}

async function packPlain(input: string, writer: RecordWriter, { onProgress }: PackOptions): Promise<void> {
  let found = new BigUint64Array(1024);
  let length = 0;
  for await (const lines of linesOf(input, onProgress)) {
    for (const line of lines) {
      const password = line.toString('utf8');
      for (const form of new Set([password, password.toLowerCase()])) {
        if (form === '') continue;
        if (length === found.length) {
          const larger = new BigUint64Array(found.length * 2);
          larger.set(found);
          found = larger;
        }
        found[length++] = hashOf(form).readBigUInt64BE();
      }
    }
  }
  const hash = Buffer.alloc(HASH_BYTES);
  for (const value of found.subarray(0, length).sort()) {
    hash.writeBigUInt64BE(value);
    writer.add(hash);
    if (writer.isFull) await writer.flush();
  }
}

/** The lines of each part that was read, without their ends. */
async function* linesOf(input: string, onProgress?: (bytes: number) => void): AsyncGenerator<Buffer[]> {
  let rest: Buffer = Buffer.alloc(0);
  let bytes = 0;
  for await (const chunk of createReadStream(input, { highWaterMark: CHUNK_BYTES })) {
    const data = Buffer.concat([rest, chunk as Buffer]);
    bytes += (chunk as Buffer).length;
    const lines: Buffer[] = [];
    let start = 0;
    for (let end = data.indexOf(LINE_FEED); end !== -1; end = data.indexOf(LINE_FEED, start)) {
      lines.push(withoutReturn(data.subarray(start, end)));
      start = end + 1;
    }
    rest = data.subarray(start);
    if (rest.length > MAX_LINE_BYTES)
      throw new Error('a line is longer than any password; is this a text file?');
    yield lines;
    onProgress?.(bytes);
  }
  yield [withoutReturn(rest)];
}

const withoutReturn = (line: Buffer): Buffer =>
  line.at(-1) === CARRIAGE_RETURN ? line.subarray(0, -1) : line;

/** What a character is worth as a hexadecimal digit; -1 for none. A table, since lists have thousand million lines. */
const DIGIT_VALUES = Int8Array.from({ length: 256 }, (_, code) =>
  /[0-9a-f]/i.test(String.fromCharCode(code)) ? parseInt(String.fromCharCode(code), 16) : -1,
);

/** @returns false when the line does not begin with 40 hexadecimal digits that end there or before a colon */
function parseHash(line: Buffer, into: Buffer): boolean {
  if (line.length !== SHA1_DIGITS && line[SHA1_DIGITS] !== COLON) return false;
  for (let at = 0; at < SHA1_DIGITS; at += 2) {
    const high = DIGIT_VALUES[line[at] ?? 0] ?? -1;
    const low = DIGIT_VALUES[line[at + 1] ?? 0] ?? -1;
    if ((high | low) < 0) return false;
    if (at / 2 < HASH_BYTES) into[at / 2] = high * 16 + low;
  }
  return true;
}

const countOf = (line: Buffer): number =>
  line.length === SHA1_DIGITS ? 1 : Number(line.toString('latin1', SHA1_DIGITS + 1));

/** Writes ascending records behind a header. */
class RecordWriter {
  count = 0;
  private readonly last = Buffer.alloc(HASH_BYTES);
  private readonly buffer = Buffer.alloc(2 * CHUNK_BYTES);
  private filled = 0;
  private position = HASH_LIST_HEADER_BYTES;

  constructor(private readonly file: FileHandle) {}

  get isFull(): boolean {
    return this.filled > CHUNK_BYTES;
  }

  /**
   * Adds a record; one that is there already is left out.
   *
   * @returns false when it comes before the last one
   */
  add(hash: Buffer): boolean {
    const order = this.count === 0 ? 1 : hash.compare(this.last);
    if (order <= 0) return order === 0;
    hash.copy(this.last);
    hash.copy(this.buffer, this.filled);
    this.filled += HASH_BYTES;
    this.count += 1;
    return true;
  }

  async flush(): Promise<void> {
    await this.file.write(this.buffer, 0, this.filled, this.position);
    this.position += this.filled;
    this.filled = 0;
  }

  async end(): Promise<void> {
    await this.flush();
    const header = Buffer.alloc(HASH_LIST_HEADER_BYTES);
    HASH_LIST_MAGIC.copy(header);
    header.writeBigUInt64BE(BigInt(this.count), HASH_LIST_MAGIC.length);
    await this.file.write(header, 0, header.length, 0);
    await this.file.sync();
  }
}
