import { describe, expect, it } from '@jest/globals';
import type { FastifyRequest } from 'fastify';
import { assertSameOrigin } from './same-origin.js';

const OWN = 'https://auth.test';

const send = (headers: Record<string, string>, method = 'POST') =>
  assertSameOrigin(
    { method, headers, protocol: 'http', host: '127.0.0.1:3000' } as unknown as FastifyRequest,
    OWN,
  );

describe('assertSameOrigin', () => {
  it.each([
    ['the configured origin', { origin: OWN }],
    ['the origin that was asked', { origin: 'http://127.0.0.1:3000' }],
    ['the own origin, told twice', { origin: OWN, 'sec-fetch-site': 'same-origin' }],
    ['a browser that leaves the origin out', { 'sec-fetch-site': 'same-origin' }],
    ['a page that withholds its referrer', { origin: 'null', 'sec-fetch-site': 'same-origin' }],
  ])('accepts %s', (_, headers) => {
    expect(() => send(headers as Record<string, string>)).not.toThrow();
  });

  it.each([
    ['nothing said', {}],
    ['another site', { origin: 'https://evil.test' }],
    ['another site, told twice', { origin: 'https://evil.test', 'sec-fetch-site': 'cross-site' }],
    ['another site that leaves the origin out', { 'sec-fetch-site': 'cross-site' }],
    ['a sibling', { origin: 'https://other.auth.test', 'sec-fetch-site': 'same-site' }],
    ['headers that contradict each other', { origin: OWN, 'sec-fetch-site': 'cross-site' }],
    [
      'headers that contradict each other the other way',
      { origin: 'https://evil.test', 'sec-fetch-site': 'same-origin' },
    ],
    ['an address typed in', { origin: OWN, 'sec-fetch-site': 'none' }],
    ['a sandboxed page', { origin: 'null' }],
    ['a longer name', { origin: `${OWN}.evil.test` }],
    ['another port', { origin: `${OWN}:8443` }],
    ['another scheme', { origin: 'http://auth.test' }],
  ])('refuses %s', (_, headers) => {
    expect(() => send(headers as Record<string, string>)).toThrow(
      expect.objectContaining({ code: 'cross_site_request', status: 403 }),
    );
  });

  it('lets everybody read', () => {
    for (const method of ['GET', 'HEAD', 'OPTIONS']) expect(() => send({}, method)).not.toThrow();
    for (const method of ['PUT', 'PATCH', 'DELETE']) expect(() => send({}, method)).toThrow();
  });
});
