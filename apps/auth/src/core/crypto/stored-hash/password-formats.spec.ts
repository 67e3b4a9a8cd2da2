import { describe, expect, it } from '@jest/globals';
import { loadConfig } from '../../config/index.js';
import { PasswordHasher } from '../password-hasher.js';
import { HashRefused } from './hash-refused.js';
import { type GivenHash, type PasswordFormat, toStoredHash } from './password-formats.js';

/*
 * Hashes made by others: Python's hashlib and crypt, the reference implementation of argon2 on the command line, and
 * published vectors where a password is named.
 */
const PASSWORD = 'correct horse battery Ünïcode';
const SALT = 'saltsaltsaltsalt';
const SALT64 = 'c2FsdHNhbHRzYWx0c2FsdA';

const bcryptEnd = 'abcdefghijklmnopqrstuuHydEuu3N7rAPfSfT6cuQZPkbOwvf1E.';
const sha1Hash = 'uSydxl2tHQzPuMSnYwSiKuJl7gTxBvcwgeMRvZuMoxOkyiZQ1nq6HuwQXWXjv7sW7T4fPp5rhws13m0Wrr4N5A==';
const sha256Hash = 'tBwpsw1fviayibyoHmdwWW7bcDe2e6rQ2C50ujOQZWY';
const sha512Hash = 'BE+/MWo7JuLZE/XiBx1sWawiRrLSv/pdey/YKE0+LG5uw+iUHo8nfu8YJGYniW0B0QgyDeCZhOj1V+uShlNCig==';
const unpadded = (text: string) => text.replace(/=+$/, '');

const FIREBASE: PasswordFormat = {
  name: 'firebase-scrypt',
  signerKey: 'jxspr8Ki0RYycVU8zykbdLGjFQ3McFUH0uiiTvC8pVMXAn210wjLNmdZJzxUECKbm0QsEmYUSDzZvpjeJ9WmXA==',
  saltSeparator: 'Bw==',
  rounds: 8,
  memoryCost: 14,
};

const keycloak = (algorithm: string, hashIterations: number, value: string, parameters: object = {}) => ({
  type: 'password',
  secretData: JSON.stringify({ value, salt: `${SALT64}==`, additionalParameters: {} }),
  credentialData: JSON.stringify({ hashIterations, algorithm, additionalParameters: parameters }),
});
const salted = (digest: 'sha256' | 'sha384' | 'sha512', inHex = true): PasswordFormat => ({
  name: 'salted-sha2',
  digest,
  saltOrder: inHex ? 'salt-password' : 'password-salt',
  hashEncoding: inHex ? 'hex' : 'base64',
  saltEncoding: inHex ? 'utf8' : 'base64',
});

const known: readonly [string, PasswordFormat, GivenHash, string?][] = [
  ['bcrypt $2b$', { name: 'bcrypt' }, { hash: `$2b$05$${bcryptEnd}` }],
  ['bcrypt $2a$', { name: 'bcrypt' }, { hash: `$2a$05$${bcryptEnd}` }],
  [
    'bcrypt $2y$ of PHP',
    { name: 'bcrypt' },
    { hash: '$2y$07$BCryptRequires22Chrcte/VlQH0piJtjXl.0t1XkA8pw9dMXTpOq' },
    'rasmuslerdorf',
  ],
  [
    'argon2d',
    { name: 'argon2' },
    { hash: `$argon2d$v=19$m=1024,t=2,p=2$${SALT64}$9DCAbBIsJPX8eggfwJ82FgoYMfMUfTWCoAWV6wvGWAo` },
  ],
  [
    'argon2i',
    { name: 'argon2' },
    { hash: `$argon2i$v=19$m=1024,t=2,p=2$${SALT64}$p7cmOHj7HFHxeT1Cp0K92HcrOlcw9XTcqmQDmNFqvPI` },
  ],
  [
    'argon2id',
    { name: 'argon2' },
    { hash: `$argon2id$v=19$m=1024,t=2,p=2$${SALT64}$jbySGUIfb90whu4jBLA/x4smmKUn/ICI+TXN4QBZwX0` },
  ],
  [
    "argon2id of the reference's tests",
    { name: 'argon2' },
    { hash: '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc' },
    'password',
  ],
  [
    'PBKDF2 with SHA-1',
    { name: 'pbkdf2' },
    { hash: `$pbkdf2-sha1$i=5000,l=64$${SALT64}$${unpadded(sha1Hash)}` },
  ],
  ['PBKDF2 with SHA-256', { name: 'pbkdf2' }, { hash: `$pbkdf2-sha256$i=5000$${SALT64}$${sha256Hash}` }],
  [
    'PBKDF2 with SHA-512',
    { name: 'pbkdf2' },
    { hash: `$pbkdf2-sha512$i=5000$${SALT64}$${unpadded(sha512Hash)}` },
  ],
  [
    "passlib's PBKDF2",
    { name: 'pbkdf2' },
    { hash: `$pbkdf2-sha512$5000$${SALT64}$${unpadded(sha512Hash).replaceAll('+', '.')}` },
  ],
  [
    "passlib's PBKDF2 with SHA-1",
    { name: 'pbkdf2' },
    { hash: `$pbkdf2$5000$${SALT64}$uSydxl2tHQzPuMSnYwSiKuJl7gQ` },
  ],
  [
    'PBKDF2 of RFC 6070',
    { name: 'pbkdf2' },
    { hash: '$pbkdf2-sha1$i=4096$c2FsdA$SwB5AbdlSJq+rUnZJvch0GWkKcE' },
    'password',
  ],
  [
    'scrypt',
    { name: 'scrypt' },
    { hash: `$scrypt$ln=14,r=8,p=1$${SALT64}$FuDJmSkLViLVVE1AcnzgmwvQ0gh24wtf/o6xdyEIiW4` },
  ],
  [
    'scrypt of RFC 7914',
    { name: 'scrypt' },
    {
      hash: '$scrypt$ln=14,r=8,p=1$U29kaXVtQ2hsb3JpZGU$cCO9yzr9c0hGHAbNgf046/2o+7qQT44+qbVD9lRdofLVQylVYT8Pz2LUlwUkKpr55h6F3A1lHkDfzwF7RVdYhw',
    },
    'pleaseletmein',
  ],
  [
    "Keycloak's PBKDF2 with SHA-256, of 64 bytes",
    { name: 'keycloak' },
    {
      hash: keycloak(
        'pbkdf2-sha256',
        27_500,
        '3JjIFrtrLNiWL/2ZAagkhTOj6nk3jTze52aUlq2aUmsJI7FLxrMhRHIXRdnkue9E8WOxUwM+SfRDr+Xunki2qw==',
      ),
    },
  ],
  [
    "Keycloak's PBKDF2 with SHA-512, as JSON",
    { name: 'keycloak' },
    { hash: JSON.stringify(keycloak('pbkdf2-sha512', 5000, sha512Hash)) },
  ],
  ["Keycloak's PBKDF2 with SHA-1", { name: 'keycloak' }, { hash: keycloak('pbkdf2', 5000, sha1Hash) }],
  [
    "Keycloak's argon2",
    { name: 'keycloak' },
    {
      hash: keycloak('argon2', 5, 'Ou379svVQdvDjhrWx5KPkRIBAKFXMjCTNywh6dEZys8=', {
        hashLength: ['32'],
        memory: ['7168'],
        type: ['id'],
        version: ['1.3'],
        parallelism: ['1'],
      }),
    },
  ],
  ["Django's PBKDF2", { name: 'django' }, { hash: `pbkdf2_sha256$5000$${SALT}$${sha256Hash}=` }],
  [
    "Django's PBKDF2 with SHA-1",
    { name: 'django' },
    { hash: `pbkdf2_sha1$5000$${SALT}$uSydxl2tHQzPuMSnYwSiKuJl7gQ=` },
  ],
  [
    "Django's scrypt",
    { name: 'django' },
    {
      hash: `scrypt$16384$${SALT}$8$5$zAbGvRApfgTx0dsEUJUK3G3gwsrPq03RbLQgr8ddXSsMD2pUlOG7rH4uQdEzLZvQEawgzc3nRI6gG6A2m7wqJg==`,
    },
  ],
  [
    "Django's argon2",
    { name: 'django' },
    { hash: `argon2$argon2id$v=19$m=1024,t=2,p=2$${SALT64}$jbySGUIfb90whu4jBLA/x4smmKUn/ICI+TXN4QBZwX0` },
  ],
  ["Django's bcrypt", { name: 'django' }, { hash: `bcrypt$$2b$05$${bcryptEnd}` }],
  [
    "Django's bcrypt over SHA-256",
    { name: 'django' },
    { hash: 'bcrypt_sha256$$2b$05$abcdefghijklmnopqrstuuJ0p5PSiJwq16eLNovCR77XakcbMEM2a' },
  ],
  [
    "Firebase's scrypt, of its own example",
    FIREBASE,
    {
      salt: '42xEC+ixf3L2lw==',
      hash: 'lSrfV15cpx95/sZS2W9c9Kp6i/LVgQNDNC/qzrCnh1SAyZvqmZqAjTdn3aoItz+VHjoZilo78198JAdRuid5lQ==',
    },
    'user1password',
  ],
  [
    'SHA-256, salt first, in hexadecimal',
    salted('sha256'),
    { salt: SALT, hash: '952f2af192f468909b5fe858f3f2ae5245d4a88aa69df6b82647828a7e51c114' },
  ],
  [
    'SHA-384, salt last',
    salted('sha384', false),
    { salt: SALT64, hash: 'ZpkgE6sTHlCuYNNIBiyg6RsSRpA1XLrXtpjlEs/KvXDLhhHNnvE7VYb0WbVhe+4T' },
  ],
  [
    'SHA-512, salt last',
    salted('sha512', false),
    {
      salt: SALT64,
      hash: 'CaYg2aEfFrQyQoWC03wBMiVc6VUDl5s0tqIKSsM1lnggdyjq9+fBVbyhw7rX4TYr0K5qAs+PxoQrTHc9QQLR6g==',
    },
  ],
];

const hasher = new PasswordHasher(loadConfig({}));

describe.each(known)('%s', (_, format, given, password = PASSWORD) => {
  const stored = toStoredHash(given, format) ?? '';

  it('is verified, and renewed while the password is at hand', async () => {
    expect(await hasher.check(password, stored)).toEqual({ matches: true, needsRehash: true });
  });

  it('matches no other password', async () => {
    for (const other of [`${password} `, password.toUpperCase(), password.slice(1), ''])
      expect((await hasher.check(other, stored)).matches).toBe(false);
  });

  it('is exported and imported as it is kept', () => {
    expect(toStoredHash({ hash: stored }, { name: 'own' })).toBe(stored);
  });
});

it.each(['argon2id', 'bcrypt'])('our own %s hashes come back as they were', async (kind) => {
  const stored = await new PasswordHasher(loadConfig({ PASSWORD_HASH: kind })).hash(PASSWORD);
  expect(toStoredHash({ hash: stored }, { name: 'own' })).toBe(stored);
});

it("an unusable password of Django's is none", () => {
  expect(toStoredHash({ hash: '!a1B2c3' }, { name: 'django' })).toBeNull();
});

const long = 'A'.repeat(43);
const refused: readonly [string, PasswordFormat, unknown, RegExp][] = [
  ['bcrypt with a cost of 31', { name: 'bcrypt' }, `$2b$31$${bcryptEnd}`, /bcrypt cost is 31/],
  ["bcrypt's faulty variant", { name: 'bcrypt' }, `$2x$05$${bcryptEnd}`, /no bcrypt hash/],
  ['bcrypt cut short', { name: 'bcrypt' }, `$2b$05$${bcryptEnd.slice(1)}`, /no bcrypt hash/],
  [
    'another format than declared',
    { name: 'bcrypt' },
    `$pbkdf2-sha256$i=5000$${SALT64}$${sha256Hash}`,
    /no bcrypt hash/,
  ],
  [
    'argon2 with 4 GiB',
    { name: 'argon2' },
    `$argon2id$v=19$m=4194304,t=1,p=1$${SALT64}$${long}`,
    /argon2 memory is 4194304/,
  ],
  [
    'argon2 with too many passes',
    { name: 'argon2' },
    `$argon2id$v=19$m=262144,t=9,p=1$${SALT64}$${long}`,
    /memory times iterations/,
  ],
  [
    'argon2 of version 1.0',
    { name: 'argon2' },
    `$argon2id$v=16$m=1024,t=2,p=1$${SALT64}$${long}`,
    /version 19/,
  ],
  [
    'argon2 without costs',
    { name: 'argon2' },
    `$argon2id$v=19$m=1024$${SALT64}$${long}`,
    /must be a whole number/,
  ],
  [
    'PBKDF2 with 10^9 rounds',
    { name: 'pbkdf2' },
    `$pbkdf2-sha256$i=1000000000$${SALT64}$${sha256Hash}`,
    /iterations is 1000000000/,
  ],
  [
    'PBKDF2 with a negative count',
    { name: 'pbkdf2' },
    `$pbkdf2-sha256$i=-1$${SALT64}$${sha256Hash}`,
    /whole number/,
  ],
  [
    'PBKDF2 with MD5',
    { name: 'pbkdf2' },
    `$pbkdf2-md5$i=5000$${SALT64}$${sha256Hash}`,
    /digest is not one of/,
  ],
  [
    'PBKDF2 with a salt that is no base64',
    { name: 'pbkdf2' },
    `$pbkdf2-sha256$i=5000$sa!t$${sha256Hash}`,
    /salt is not base64/,
  ],
  [
    'PBKDF2 with a hash too short to prove anything',
    { name: 'pbkdf2' },
    `$pbkdf2-sha256$i=5000$${SALT64}$AAAA`,
    /hash has 3 bytes/,
  ],
  [
    'scrypt with 1 GiB',
    { name: 'scrypt' },
    `$scrypt$ln=20,r=8,p=1$${SALT64}$${long}`,
    /scrypt would take 1024 MiB/,
  ],
  [
    'scrypt with too many lanes',
    { name: 'scrypt' },
    `$scrypt$ln=17,r=8,p=64$${SALT64}$${long}`,
    /take too long/,
  ],
  [
    'Keycloak with too many rounds',
    { name: 'keycloak' },
    keycloak('pbkdf2-sha512', 1e9, sha512Hash),
    /iterations is 1000000000/,
  ],
  [
    'Keycloak with another algorithm',
    { name: 'keycloak' },
    keycloak('md5', 1, sha512Hash),
    /algorithm is not one of/,
  ],
  ['a one-time code of Keycloak', { name: 'keycloak' }, { type: 'otp' }, /not of the type/],
  ['Keycloak without a secret', { name: 'keycloak' }, { credentialData: '{}' }, /secretData is missing/],
  ['Keycloak with broken JSON', { name: 'keycloak' }, { secretData: '{' }, /secretData is no JSON/],
  ['Django with MD5', { name: 'django' }, 'md5$salt$0123', /hasher is not one of/],
  [
    'Django with N that is no power of two',
    { name: 'django' },
    `scrypt$1000$${SALT}$8$1$${long}`,
    /power of two/,
  ],
  ['Firebase with a hash of another length', FIREBASE, 'AAAA', /hash has 3 bytes/],
  ['SHA-256 with the hash of SHA-512', salted('sha256'), 'ab'.repeat(64), /hash has 64 bytes/],
  ['something never exported', { name: 'own' }, '$1$salt$hash', /none that this service exports/],
  [
    'our own with an unknown mark',
    { name: 'own' },
    `sha1+$2b$05$${bcryptEnd}`,
    /none that this service exports/,
  ],
  ['our own, made dear by hand', { name: 'own' }, `sha384+$2b$20$${bcryptEnd}`, /bcrypt cost is 20/],
  ['a number', { name: 'own' }, 5, /must be text/],
];

it.each(refused)('refuses %s', (_, format, hash, reason) => {
  const convert = () => toStoredHash({ hash, salt: SALT64 }, format);
  expect(convert).toThrow(HashRefused);
  expect(convert).toThrow(reason);
});
