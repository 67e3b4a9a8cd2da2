import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../apps/auth/src/core/database/embedded-postgres.js';
import { freePort } from './free-port.js';

/**
 * A PostgreSQL server of the test's own, reached over TCP as one on another machine would be. It may be frozen and
 * killed; it starts again when it was killed.
 */
export class OwnPostgres {
  private frozen: readonly number[] = [];

  private constructor(
    readonly dataDir: string,
    private readonly server: EmbeddedPostgres,
    readonly url: string,
  ) {}

  static async start(): Promise<OwnPostgres> {
    const dataDir = mkdtempSync(join(tmpdir(), 'postgres-'));
    const accessFile = join(dataDir, 'tcp.conf');
    writeFileSync(accessFile, 'host all all 127.0.0.1/32 scram-sha-256\n');
    const port = await freePort();
    const settings = { listen_addresses: '127.0.0.1', port: String(port), hba_file: accessFile };
    const server = await startEmbeddedPostgres({ dataDir, settings });
    const url = new URL(server.url);
    url.search = '';
    url.host = `127.0.0.1:${port}`;
    return new OwnPostgres(dataDir, server, url.href);
  }

  /** Process id of the server itself. */
  get postmaster(): number {
    return Number(readFileSync(join(this.dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);
  }

  /** Stops the server and all that belongs to it in the middle of what they do; connections stay open. */
  freeze(): void {
    const children = execFileSync('ps', ['-o', 'pid=', '--ppid', String(this.postmaster)], {
      encoding: 'utf8',
    });
    this.frozen = [this.postmaster, ...children.trim().split(/\s+/).map(Number)];
    this.signal('SIGSTOP');
  }

  thaw(): void {
    this.signal('SIGCONT');
    this.frozen = [];
  }

  kill(): void {
    process.kill(this.postmaster, 'SIGKILL');
  }

  async stop(): Promise<void> {
    this.thaw();
    await this.server.stop();
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  private signal(signal: NodeJS.Signals): void {
    for (const pid of this.frozen) {
      try {
        process.kill(pid, signal);
      } catch {
        // It has ended meanwhile.
      }
    }
  }
}
