import { describe, expect, it } from '@jest/globals';
import { BadRequestException, ForbiddenException, HttpException, NotFoundException } from '@nestjs/common';
import { QueryFailedError } from 'typeorm';
import { AppError } from './app-error.js';
import { translateError } from './translate-error.js';

const coded = (message: string, fields: object) => Object.assign(new Error(message), fields);
const refusedBy = (code: string) => new QueryFailedError('SELECT secret', [], coded('refused', { code }));

describe('translateError', () => {
  it('passes on what is meant for callers', () => {
    const error = new AppError('not_found');
    expect(translateError(error)).toBe(error);
  });

  it.each([
    ['a server that is starting', refusedBy('57P03')],
    ['a server that is told to stop', refusedBy('57P01')],
    ['a server with too many connections', refusedBy('53300')],
    ['a full disk', refusedBy('53100')],
    ['a lost connection', refusedBy('08006')],
    ['a statement that took too long', refusedBy('57014')],
    ['a broken file', refusedBy('58030')],
    ['no server', coded('connect', { code: 'ECONNREFUSED' })],
    ['no such host', coded('lookup', { code: 'ENOTFOUND' })],
    ['a name that is not resolved in time', coded('lookup', { code: 'EAI_AGAIN' })],
    ['a reset', coded('read', { code: 'ECONNRESET' })],
    ['an exhausted pool', new Error('timeout exceeded when trying to connect')],
    ['a connection attempt in vain', new Error('Connection terminated due to connection timeout')],
    ['silence', new Error('Query read timeout')],
    ['silence, told by TypeORM', new QueryFailedError('SELECT 1', [], new Error('Query read timeout'))],
    ['a connection cut', new Error('Connection terminated unexpectedly')],
    ['a used-up client', new Error('Client has encountered a connection error and is not queryable')],
  ])('answers 503 with Retry-After for %s', (_, error) => {
    const translated = translateError(error);
    expect(translated).toMatchObject({
      code: 'dependency_unavailable',
      status: 503,
      retryAfter: 1,
      cause: error,
    });
    expect(translated.detail).toBeUndefined();
  });

  it.each(['40001', '40P01', '55P03'])('asks to try again after the conflict %s', (state) => {
    expect(translateError(refusedBy(state))).toMatchObject({
      code: 'overloaded',
      status: 503,
      retryAfter: 1,
    });
  });

  it.each(['22P02', '22021', '22007', '22008', '22P05'])(
    'takes the refused value %s for a bad request',
    (state) => {
      expect(translateError(refusedBy(state))).toMatchObject({ code: 'invalid_request', status: 400 });
    },
  );

  it.each([
    [new NotFoundException(), 'not_found'],
    [new ForbiddenException(), 'forbidden'],
    [new BadRequestException('Unexpected token } in JSON at position 3'), 'invalid_json'],
    [new BadRequestException('no'), 'invalid_request'],
    [new SyntaxError('Unexpected end of JSON input'), 'invalid_json'],
    [coded('too large', { statusCode: 413 }), 'payload_too_large'],
    [coded('media type', { statusCode: 415 }), 'unsupported_media_type'],
    [coded('address', { statusCode: 414 }), 'invalid_request'],
    [coded('headers', { statusCode: 431 }), 'invalid_request'],
    [coded('busy', { statusCode: 503 }), 'overloaded'],
    [new HttpException('teapot', 418), 'invalid_request'],
    [new HttpException('upstream', 502), 'internal_error'],
  ])('translates %s into %s', (error, code) => {
    expect(translateError(error)).toMatchObject({ code, cause: error });
  });

  it.each([
    ['a bug', new TypeError("Cannot read properties of undefined (reading 'secret')")],
    ['a violated constraint that nobody expected', refusedBy('23505')],
    ['a wrong statement', refusedBy('42601')],
    ['a text', 'secret'],
    ['nothing', undefined],
    ['null', null],
    ['an object', { statusCode: 'secret' }],
  ])('tells nothing of %s', (_, thrown) => {
    const translated = translateError(thrown);
    expect(translated).toMatchObject({ code: 'internal_error', status: 500, cause: thrown });
    expect(translated.message).not.toContain('secret');
  });
});
