import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import fs from 'node:fs';
import { QueryFailedError } from 'typeorm';
import { loadConfig } from '../config/index.js';
import { AppLogger, type LogLevel } from './app-logger.js';

let written: string;

beforeEach(() => {
  written = '';
  const write = (_fd: number, text: string, done: (error: null, bytes: number) => void) => {
    written += text;
    done(null, Buffer.byteLength(text));
  };
  jest.spyOn(fs, 'write').mockImplementation(write as unknown as typeof fs.write);
});
afterEach(() => {
  jest.restoreAllMocks();
});

const make = (level: LogLevel = 'trace') => new AppLogger(loadConfig({ LOG_LEVEL: level }));

/** The lines that `work` logged. */
function lines(work: (logger: AppLogger) => void, logger = make()): Record<string, unknown>[] {
  work(logger);
  logger.flush();
  return written
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('AppLogger', () => {
  it('writes one JSON line an event, with level and time', () => {
    const events = lines((logger) => {
      logger.warn({ count: 3 }, 'first\nsecond');
      logger.error({ err: new Error('broken') }, 'failed');
    });
    expect(events).toHaveLength(2);
    expect(events[0]).toMatchObject({ level: 'warn', count: 3, msg: 'first\nsecond' });
    expect(new Date(String(events[0]?.time)).getTime()).toBeCloseTo(Date.now(), -4);
    expect(events[1]).toMatchObject({ level: 'error', err: { type: 'Error', message: 'broken' } });
  });

  it('cuts secrets out, one level down too', () => {
    const secrets = {
      password: 'hidden',
      refreshToken: 'hidden',
      accessToken: 'hidden',
      token: 'hidden',
      authorization: 'hidden',
      cookie: 'hidden',
      secret: 'hidden',
    };
    lines((logger) =>
      logger.log({ ...secrets, body: secrets, headers: secrets, email: 'a@example.test' }, 'x'),
    );
    expect(written).not.toContain('hidden');
    expect(written).toContain('a@example.test');
  });

  it('tells of a failed statement, and nothing of what it would have stored', () => {
    const driverError = Object.assign(new Error('canceling statement'), { code: '57014', detail: 'hidden' });
    const error = new QueryFailedError('UPDATE users SET password_hash = $1', ['hidden'], driverError);
    const [event] = lines((logger) => logger.error({ err: error, cause: error }, 'request failed'));
    expect(written).not.toContain('hidden');
    expect(event).toMatchObject({
      err: { query: 'UPDATE users SET password_hash = $1', code: '57014', message: 'canceling statement' },
    });
  });

  it('writes the line of a request, whatever stands in it', () => {
    const path = '/auth/"\n{"level":"fatal"}\\';
    const [event, ...others] = lines((logger) =>
      logger.request({ requestId: 'a-1', method: 'GET', path, status: 404, ms: 1.25, ip: '::1"' }),
    );
    expect(others).toEqual([]);
    expect(event).toMatchObject({
      level: 'info',
      requestId: 'a-1',
      method: 'GET',
      path,
      status: 404,
      ms: 1.25,
      ip: '::1"',
      msg: 'request',
    });
    expect(new Date(String(event?.time)).toISOString()).toBe(event?.time);
  });

  it('writes what is severe enough, and changes that at run time', () => {
    const logger = make('warn');
    expect([logger.level, logger.isLevelEnabled('info')]).toEqual(['warn', false]);
    const events = lines(() => {
      logger.log({}, 'too little');
      logger.level = 'debug';
      logger.debug({}, 'enough');
      logger.verbose({}, 'still too little');
      logger.level = 'silent';
      logger.fatal({}, 'nothing at all');
    }, logger);
    expect(events.map(({ msg }) => msg)).toEqual(['enough']);
  });

  it('takes the calls of the framework', () => {
    const events = lines((logger) => {
      logger.log('Nest application successfully started', 'NestApplication');
      logger.log('Something else', 'Elsewhere');
      logger.error('went wrong', 'Error: at here', 'Router');
      logger.warn('careful', 'Router');
    });
    expect(events).toMatchObject([
      { level: 'debug', context: 'NestApplication' },
      { level: 'info', context: 'Elsewhere', msg: 'Something else' },
      { level: 'error', context: 'Router', stack: 'Error: at here', msg: 'went wrong' },
      { level: 'warn', context: 'Router', msg: 'careful' },
    ]);
  });
});
