import { describe, expect, it } from '@jest/globals';
import { ConfigError, loadConfig } from './config.js';

const KEY = Buffer.from(Array.from({ length: 32 }, (_, index) => index * 7)).toString('base64');
const production = { NODE_ENV: 'production', KEY_ENCRYPTION_KEY: KEY };

describe('loadConfig', () => {
  it('has a default for everything outside of production', () => {
    expect(loadConfig({})).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      publicUrl: 'http://localhost:3000',
      issuer: 'http://localhost:3000/auth',
      docsPublic: true,
      isProduction: false,
      accessTokenSeconds: 300,
    });
  });

  it('listens everywhere and closes the documents in production', () => {
    expect(loadConfig(production)).toMatchObject({ host: '0.0.0.0', docsPublic: false, isProduction: true });
  });

  it('takes empty values for none, and lists apart', () => {
    const config = loadConfig({
      DATABASE_URL: '',
      REDIS_URL: '',
      CORS_ORIGINS: ' https://a.test ,https://b.test,',
    });
    expect(config.databaseUrl).toBeUndefined();
    expect(config.corsOrigins).toEqual(['https://a.test', 'https://b.test']);
  });

  it.each([
    ['NODE_ENV', 'staging'],
    ['PORT', '65536'],
    ['PORT', 'many'],
    ['PUBLIC_URL', 'ftp://auth.test'],
    ['DATABASE_URL', 'mysql://localhost/auth'],
    ['REDIS_URL', 'http://localhost'],
    ['DATABASE_POOL_SIZE', '0'],
    ['MIGRATE_ON_START', 'yes'],
    ['LOG_LEVEL', 'loud'],
    ['KEY_ENCRYPTION_KEY', 'c2hvcnQ='],
    ['KEY_ENCRYPTION_KEY', 'no base64 at all'],
    ['ACCESS_TOKEN_SECONDS', '1.5'],
    ['PASSWORD_HASH', 'md5'],
    ['BOOTSTRAP_ADMIN_EMAIL', 'nobody'],
    ['BOOTSTRAP_ADMIN_PASSWORD', 'fourteen chars'],
    ['DOCS_PUBLIC', '1'],
  ])('names %s when it is %s', (name, value) => {
    expect(() => loadConfig({ [name]: value })).toThrow(ConfigError);
    expect(() => loadConfig({ [name]: value })).toThrow(new RegExp(`^${name}: `, 'm'));
  });

  it('names all faults at once, and never the value of a secret', () => {
    const wrong = { PORT: 'x', LOG_LEVEL: 'y', KEY_ENCRYPTION_KEY: 'hidden' };
    expect(() => loadConfig(wrong)).toThrow(/PORT: [^]*LOG_LEVEL: [^]*KEY_ENCRYPTION_KEY: /);
    expect(() => loadConfig(wrong)).not.toThrow(/hidden/);
  });

  it('wants address and password of the first administrator together', () => {
    expect(() => loadConfig({ BOOTSTRAP_ADMIN_EMAIL: 'a@example.test' })).toThrow('BOOTSTRAP_ADMIN_PASSWORD');
    expect(() => loadConfig({ BOOTSTRAP_ADMIN_PASSWORD: 'a long passphrase' })).toThrow(
      'BOOTSTRAP_ADMIN_EMAIL',
    );
  });

  it.each([
    ['KEY_ENCRYPTION_KEY', { KEY_ENCRYPTION_KEY: undefined }],
    ['KEY_ENCRYPTION_KEY', { KEY_ENCRYPTION_KEY: Buffer.alloc(32, 1).toString('base64') }],
    ['DATABASE_URL', { DATABASE_URL: 'postgresql://auth:postgres@db/auth' }],
    ['DATABASE_URL', { DATABASE_URL: 'postgresql://auth:short@db/auth' }],
    ['REDIS_URL', { REDIS_URL: 'redis://:change-me-please@cache' }],
    [
      'BOOTSTRAP_ADMIN_PASSWORD',
      { BOOTSTRAP_ADMIN_EMAIL: 'a@example.test', BOOTSTRAP_ADMIN_PASSWORD: 'change-me-change-me' },
    ],
  ])('refuses a missing or sample %s in production alone', (name, settings) => {
    expect(() => loadConfig({ ...production, ...settings })).toThrow(new RegExp(`^${name}: `, 'm'));
    expect(() => loadConfig(settings)).not.toThrow();
  });
});
