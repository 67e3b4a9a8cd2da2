import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';

/** Longer bodies are left to the framework. */
const MAX_BYTES = 64 * 1024;
const JSON_TYPE = /^application\/json(?:\s*;|$)/i;

/** Bytes of a JSON body whose length is told beforehand; null for any other. */
export function lengthOfJson(headers: IncomingHttpHeaders): number | null {
  const length = Number(headers['content-length']);
  const isPlain = headers['transfer-encoding'] === undefined && headers['content-encoding'] === undefined;
  const fits = length > 0 && length <= MAX_BYTES;
  return fits && isPlain && JSON_TYPE.test(headers['content-type'] ?? '') ? length : null;
}

/**
 * Reads a body whose length is known, in such a way that it can be put back. Of a request that breaks off nothing is heard
 * again; the server's own time limit ends one that stands still.
 */
export function readWhole(request: IncomingMessage, length: number, done: (body: Buffer) => void): void {
  const chunks: Buffer[] = [];
  let missing = length;
  const read = (): void => {
    while (missing > 0) {
      const chunk = request.read() as Buffer | null;
      if (chunk === null) return;
      chunks.push(chunk);
      missing -= chunk.length;
    }
    request.removeListener('readable', read);
    done(Buffer.concat(chunks));
  };
  request.on('readable', read);
}
