import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';

/** SHA-256 of a text and a file's content, in hexadecimal: the same only for the same of both. */
export async function digestOfFile(path: string, text: string): Promise<string> {
  const hash = createHash('sha256').update(text).update('\0');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
