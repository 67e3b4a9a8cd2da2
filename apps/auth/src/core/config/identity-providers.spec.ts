import { describe, expect, it } from '@jest/globals';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readIdentityProviders } from './identity-providers.js';

const SECRETS = { GOOGLE_SECRET: 'xyzzy-secret' };
const google = { preset: 'google', clientId: 'id', clientSecretEnv: 'GOOGLE_SECRET' };
const read = (content: unknown, isProduction = false) => {
  const file = join(mkdtempSync(join(tmpdir(), 'providers-')), 'providers.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return readIdentityProviders(file, SECRETS, isProduction);
};

describe('readIdentityProviders', () => {
  it('needs no file', () => {
    expect(readIdentityProviders(undefined, {}, true)).toEqual([]);
  });

  it('takes Google by id and secret alone', () => {
    expect(read({ google })).toEqual([
      {
        name: 'google',
        label: 'Google',
        isGoogle: true,
        issuer: 'https://accounts.google.com',
        clientId: 'id',
        clientSecret: 'xyzzy-secret',
        scope: 'openid email profile',
        createUsers: false,
        domains: [],
        roles: [],
      },
    ]);
  });

  it.each([
    ['{', /no readable JSON/],
    [{ Google: google }, /Google/],
    [{ google: { ...google, clientId: '' } }, /google\.clientId/],
    [{ google: { ...google, issuer: 'https://a.example' } }, /google\.issuer/],
    [{ other: { clientId: 'id', clientSecretEnv: 'GOOGLE_SECRET' } }, /other\.issuer/],
    [{ google: { ...google, clientSecretEnv: 'NOWHERE' } }, /NOWHERE is not set/],
    [{ google: { ...google, clientSecret: 'xyzzy-secret' } }, /google/],
    [{ google: { ...google, scope: 'email' } }, /google\.scope/],
    [{ a: { issuer: 'http://id.example', clientId: 'i', clientSecretEnv: 'GOOGLE_SECRET' } }, /a\.issuer/],
  ])('refuses %j, naming what is wrong and no secret', (content, message) => {
    expect(() => read(content)).toThrow(message);
    expect(() => read(content)).not.toThrow(/xyzzy/);
  });

  it('allows http on loopback alone, and not in production', () => {
    const local = { a: { issuer: 'http://127.0.0.1:9', clientId: 'i', clientSecretEnv: 'GOOGLE_SECRET' } };
    expect(read(local)).toHaveLength(1);
    expect(() => read(local, true)).toThrow(/a\.issuer: must be https/);
  });
});
