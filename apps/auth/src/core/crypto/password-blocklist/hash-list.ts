import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, read, readSync } from 'node:fs';
import { promisify } from 'node:util';

/** First bytes of a packed list; the last character counts the versions of the format. */
export const HASH_LIST_MAGIC = Buffer.from('AUTHPWL1');

/** Magic, then the number of records as an unsigned 64-bit integer, big-endian. */
export const HASH_LIST_HEADER_BYTES = 16;

/** A record: so many first bytes of a SHA-1. Of 10^9 records one password in 18 thousand million is met by chance. */
export const HASH_BYTES = 8;

/** The last steps of a search happen inside one block. */
const BLOCK_RECORDS = 512;

const readAt = promisify(read);

/** What stands for a password in a list. */
export const hashOf = (password: string): Buffer =>
  createHash('sha1').update(password).digest().subarray(0, HASH_BYTES);

/** A packed, sorted list of hashes in a file. It is searched where it is: memory does not grow with the list. */
export class HashList {
  private constructor(
    private readonly file: number,
    /** How many hashes it holds. */
    readonly size: number,
  ) {}

  /** @throws Error when the file is missing, cut off, or no packed list */
  static open(path: string): HashList {
    const file = openSync(path, 'r');
    try {
      const header = Buffer.alloc(HASH_LIST_HEADER_BYTES);
      readSync(file, header, 0, header.length, 0);
      if (!header.subarray(0, HASH_LIST_MAGIC.length).equals(HASH_LIST_MAGIC))
        throw new Error(`${path} is no packed list; make one with npm run passwords:pack`);
      const size = Number(header.readBigUInt64BE(HASH_LIST_MAGIC.length));
      if (fstatSync(file).size !== HASH_LIST_HEADER_BYTES + size * HASH_BYTES)
        throw new Error(`${path} is not as long as it says; pack it again`);
      return new HashList(file, size);
    } catch (error) {
      closeSync(file);
      throw error;
    }
  }

  /** Tells whether the list holds a hash made by {@link hashOf}. */
  async has(hash: Buffer): Promise<boolean> {
    let [from, to] = [0, this.size];
    while (to - from > BLOCK_RECORDS) {
      const middle = Math.floor((from + to) / 2);
      if ((await this.records(middle, 1)).compare(hash) <= 0) from = middle;
      else to = middle;
    }
    const block = await this.records(from, to - from);
    for (let at = 0; at < block.length; at += HASH_BYTES)
      if (block.compare(hash, 0, HASH_BYTES, at, at + HASH_BYTES) === 0) return true;
    return false;
  }

  close(): void {
    closeSync(this.file);
  }

  private async records(first: number, count: number): Promise<Buffer> {
    const buffer = Buffer.alloc(count * HASH_BYTES);
    const position = HASH_LIST_HEADER_BYTES + first * HASH_BYTES;
    const { bytesRead } = await readAt(this.file, buffer, 0, buffer.length, position);
    if (bytesRead !== buffer.length) throw new Error('the list of passwords was cut off while in use');
    return buffer;
  }
}
