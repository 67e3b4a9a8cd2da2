import { MAX_RECORD_BYTES, type ReadRecord } from './record.js';

const LINE_FEED = 0x0a;
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Reads a JSON object a line. Empty lines are passed over; of a line that is too long no more than the limit is held. */
export async function* readJsonLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<ReadRecord> {
  let rest: Buffer = Buffer.alloc(0);
  let isTooLong = false;
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, start)) {
      const line = Buffer.concat([rest, chunk.subarray(start, end)]);
      const record = isTooLong ? TOO_LONG : parseLine(line);
      if (record !== null) yield record;
      [rest, isTooLong, start] = [Buffer.alloc(0), false, end + 1];
    }
    if (!isTooLong) rest = Buffer.concat([rest, chunk.subarray(start)]);
    if (rest.length > MAX_RECORD_BYTES) [rest, isTooLong] = [Buffer.alloc(0), true];
  }
  const last = isTooLong ? TOO_LONG : parseLine(rest);
  if (last !== null) yield last;
}

const TOO_LONG: ReadRecord = { fault: `is longer than ${MAX_RECORD_BYTES} bytes` };

function parseLine(line: Buffer): ReadRecord | null {
  if (line.length > MAX_RECORD_BYTES) return TOO_LONG;
  let text: string;
  try {
    text = utf8.decode(line).trim();
  } catch {
    return { fault: 'is not UTF-8' };
  }
  if (text === '') return null;
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return { fields: value as Record<string, unknown> };
  } catch {
    // Told below.
  }
  return { fault: 'is no JSON object' };
}
