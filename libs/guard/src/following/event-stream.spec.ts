import { describe, expect, it } from '@jest/globals';
import { readEvents, type StreamEvent } from './event-stream.js';

async function read(...chunks: readonly string[]): Promise<StreamEvent[]> {
  const encoder = new TextEncoder();
  const bytes = chunks.map((chunk) => encoder.encode(chunk));
  const events: StreamEvent[] = [];
  for await (const event of readEvents(ReadableStream.from(bytes))) events.push(event);
  return events;
}

describe('readEvents', () => {
  it('reads events however they are cut', async () => {
    const text = ': hello\nevent: update\nid: 7\ndata: {"a":\ndata:1}\n\nevent: beat\ndata: 2\n\n';
    const expected = [
      { type: 'update', data: '{"a":\n1}' },
      { type: 'beat', data: '2' },
    ];
    expect(await read(text)).toEqual(expected);
    expect(await read(...Array.from(text))).toEqual(expected);
  });

  it.each(['\n', '\r\n', '\r'])('takes %j for the end of a line', async (end) => {
    const text = ['event: a', 'data: 1', '', 'data: 2', '', ''].join(end);
    const expected = [
      { type: 'a', data: '1' },
      { type: 'message', data: '2' },
    ];
    expect(await read(...Array.from(text), '\n')).toEqual(expected);
  });

  it('tells nothing of an event that did not end', async () => {
    expect(await read('event: a\n\ndata: 1\n')).toEqual([]);
  });
});
