/** An event of a stream. */
export interface StreamEvent {
  readonly type: string;
  readonly data: string;
}

const LINE_END = /\r\n|\n|\r/;

/**
 * Reads server-sent events as they come (HTML Standard, section 9.2.6), as far as a service needs them: `event` and
 * `data`. It ends with the stream, and throws when that breaks.
 */
export async function* readEvents(stream: ReadableStream<Uint8Array>): AsyncGenerator<StreamEvent> {
  const decoder = new TextDecoder();
  const event: { type: string; data: string[] } = { type: 'message', data: [] };
  let rest = '';
  for await (const chunk of stream) {
    const text = rest + decoder.decode(chunk, { stream: true });
    // A last `\r` may be the first half of a line's end.
    const lines = text.replace(/\r$/, '').split(LINE_END);
    rest = (lines.pop() ?? '') + (text.endsWith('\r') ? '\r' : '');
    for (const line of lines) {
      if (line !== '') readLine(line, event);
      else {
        if (event.data.length > 0) yield { type: event.type, data: event.data.join('\n') };
        event.type = 'message';
        event.data = [];
      }
    }
  }
}

function readLine(line: string, event: { type: string; data: string[] }): void {
  const colon = line.indexOf(':');
  const field = colon === -1 ? line : line.slice(0, colon);
  const value = colon === -1 ? '' : line.slice(colon + 1).replace(/^ /, '');
  if (field === 'event') event.type = value;
  else if (field === 'data') event.data.push(value);
}
