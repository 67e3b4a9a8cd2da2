import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Transform } from 'node:stream';

/** What a {@link Gateway} does instead of passing a request on. */
type Fault =
  'cut' | { readonly status: number; readonly headers?: Record<string, string>; readonly body?: string };

interface Plan {
  readonly path: string;
  readonly fault: Fault;
  times: number;
}

/** Stands before a service as a reverse proxy would, counts what passes, and fails when it is told to. */
export class Gateway {
  /** Method and path of every request, in their order. */
  readonly passed: string[] = [];
  /** Where the service is at the moment. */
  target = '';
  /** What becomes of each event of a stream: nothing, others, or the same. */
  onEvent: ((event: string) => readonly string[]) | null = null;
  private isDown = false;
  private isFrozen = false;
  private plans: Plan[] = [];
  private readonly server: Server = createServer((incoming, outgoing) => this.handle(incoming, outgoing));

  async open(): Promise<this> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    return this;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Answers the next requests for a path by itself. */
  fail(path: string, fault: Fault, times = 1): void {
    this.plans.push({ path, fault, times });
  }

  /** How often it was asked for a path since {@link reset}. */
  count(path: string): number {
    return this.passed.filter((line) => line.endsWith(` ${path}`)).length;
  }

  /** Breaks every connection and takes no request, until {@link restore}. */
  breakDown(): void {
    this.isDown = true;
    this.server.closeAllConnections();
  }

  /** Keeps what is open, and answers nothing any more, until {@link restore}. */
  freeze(): void {
    this.isFrozen = true;
    this.onEvent = () => [];
  }

  restore(): void {
    this.isDown = false;
    this.isFrozen = false;
    this.onEvent = null;
  }

  reset(): void {
    this.passed.length = 0;
    this.plans = [];
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private handle(incoming: IncomingMessage, outgoing: ServerResponse): void {
    const { method = '', url = '', headers } = incoming;
    const path = url.split('?')[0] ?? '';
    if (this.isDown) {
      incoming.destroy();
      return;
    }
    if (this.isFrozen) return;
    this.passed.push(`${method} ${path}`);
    const plan = this.plans.find((candidate) => candidate.path === path && candidate.times > 0);
    if (plan !== undefined) {
      plan.times--;
      answer(outgoing, plan.fault);
      return;
    }
    const forwarded = request(`${this.target}${url}`, { method, headers }, (response) => {
      outgoing.writeHead(response.statusCode ?? 502, response.headers);
      if (path.endsWith('/events')) response.pipe(this.events()).pipe(outgoing);
      else response.pipe(outgoing);
    });
    forwarded.once('error', () => outgoing.destroy());
    outgoing.once('close', () => forwarded.destroy());
    incoming.pipe(forwarded);
  }

  /** Hands events on as {@link onEvent} says. */
  private events(): Transform {
    let rest = '';
    return new Transform({
      transform: (chunk: Buffer, _, done) => {
        const parts = (rest + chunk.toString()).split('\n\n');
        rest = parts.pop() ?? '';
        const passed = parts.flatMap((event) => this.onEvent?.(event) ?? [event]);
        done(null, passed.map((event) => `${event}\n\n`).join(''));
      },
    });
  }
}

function answer(outgoing: ServerResponse, fault: Fault): void {
  if (fault === 'cut') outgoing.destroy();
  else outgoing.writeHead(fault.status, fault.headers).end(fault.body);
}
