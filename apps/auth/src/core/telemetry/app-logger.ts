import { Injectable, type LoggerService } from '@nestjs/common';
import { pino, type Logger } from 'pino';
import { type AppConfig, InjectConfig } from '../config/index.js';
import { IsoClock } from './iso-clock.js';

/** Severities in falling order. */
export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** What a log line may carry beside its message. */
export type LogFields = Readonly<Record<string, unknown>>;

/** What is logged of an answered request. */
export interface AnsweredRequest {
  /** Letters, digits and `_.:-` alone. */
  readonly requestId: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly ms: number;
  readonly ip: string;
}

/** Whatever is called like this is cut out of log lines, however it got there. */
const REDACTED = ['password', 'refreshToken', 'accessToken', 'token', 'authorization', 'cookie', 'secret'];

/** Of a failed statement: what it would have stored, hashes of passwords too, and the row that PostgreSQL refused. */
const REDACTED_OF_STATEMENTS = ['parameters', 'driverError', 'detail'];

const WIRING: ReadonlySet<unknown> = new Set([
  'NestFactory',
  'InstanceLoader',
  'RoutesResolver',
  'RouterExplorer',
  'NestApplication',
]);

/** Structured log: one JSON line an event on standard output. Also the framework's own logger. */
@Injectable()
export class AppLogger implements LoggerService {
  private readonly pino: Logger;
  private readonly clock = new IsoClock();
  private readonly destination = pino.destination({
    dest: 1,
    sync: false,
    minLength: 8192,
    periodicFlush: 500,
  });

  constructor(@InjectConfig() config: AppConfig) {
    this.pino = pino(
      {
        level: config.logLevel,
        base: undefined,
        timestamp: pino.stdTimeFunctions.isoTime,
        formatters: { level: (label) => ({ level: label }) },
        redact: {
          paths: [...REDACTED, ...REDACTED_OF_STATEMENTS].flatMap((name) => [name, `*.${name}`]),
          remove: true,
        },
      },
      this.destination,
    );
  }

  get level(): LogLevel {
    return this.pino.level as LogLevel;
  }

  /** Takes effect at once, on this instance. */
  set level(level: LogLevel) {
    this.pino.level = level;
  }

  isLevelEnabled(level: LogLevel): boolean {
    return this.pino.isLevelEnabled(level);
  }

  /** The line of an answered request. Its fields are known and hold no secret, so it takes the short way out. */
  request({ requestId, method, path, status, ms, ip }: AnsweredRequest): void {
    this.destination.write(
      `{"level":"info","time":"${this.clock.now()}","requestId":"${requestId}","method":"${method}",` +
        `"path":${JSON.stringify(path)},"status":${status},"ms":${ms},"ip":${JSON.stringify(ip)},"msg":"request"}\n`,
    );
  }

  fatal(fields: unknown, message?: unknown): void {
    this.write('fatal', fields, message);
    this.flush();
  }

  error(fields: unknown, message?: unknown, context?: unknown): void {
    this.write('error', fields, message, context);
  }

  warn(fields: unknown, message?: unknown): void {
    this.write('warn', fields, message);
  }

  log(fields: unknown, message?: unknown): void {
    // The framework tells of each module and route that it wires; that is of interest when something is wrong.
    const level = typeof fields === 'string' && WIRING.has(message) ? 'debug' : 'info';
    this.write(level, fields, message);
  }

  debug(fields: unknown, message?: unknown): void {
    this.write('debug', fields, message);
  }

  verbose(fields: unknown, message?: unknown): void {
    this.write('trace', fields, message);
  }

  /** Writes out what is waiting; for the end of the process. */
  flush(): void {
    this.pino.flush();
  }

  /** The framework calls with (message, stack?, context?), our own code with (fields, message). */
  private write(level: Exclude<LogLevel, 'silent'>, first: unknown, second?: unknown, third?: unknown): void {
    if (typeof first === 'string') {
      const context = third ?? second;
      this.pino[level](
        { ...(typeof context === 'string' && { context }), ...(third !== undefined && { stack: second }) },
        first,
      );
    } else {
      this.pino[level](first as LogFields, typeof second === 'string' ? second : undefined);
    }
  }
}
