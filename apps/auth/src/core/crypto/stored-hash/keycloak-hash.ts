import { argon2Hash } from './argon2-hash.js';
import { readBytes } from './hash-bytes.js';
import { accept, HashRefused } from './hash-refused.js';
import { pbkdf2Hash } from './pbkdf2-hash.js';

const ALGORITHMS: Readonly<Record<string, string>> = {
  pbkdf2: 'sha1',
  'pbkdf2-sha256': 'sha256',
  'pbkdf2-sha512': 'sha512',
};
const ARGON2_VERSIONS: Readonly<Record<string, number>> = { '1.3': 19, '1.0': 16 };

type Members = Readonly<Record<string, unknown>>;

/**
 * Takes a credential as Keycloak exports it: an object, or its JSON, with `secretData` and `credentialData`.
 *
 * @throws HashRefused when it is malformed, of another algorithm, or too expensive
 */
export function fromKeycloak(given: unknown): string {
  const credential = members(given, 'the credential');
  accept(
    credential.type === undefined || credential.type === 'password',
    'the credential is not of the type "password"',
  );
  const secret = members(credential.secretData, 'secretData');
  const data = members(credential.credentialData, 'credentialData');
  const { value: hash, salt } = secret;
  const { algorithm, hashIterations } = data;
  if (algorithm === 'argon2')
    return argon2(members(data.additionalParameters, 'additionalParameters'), data, secret);
  const digest = typeof algorithm === 'string' ? ALGORITHMS[algorithm] : undefined;
  accept(digest !== undefined, 'the algorithm is not one of pbkdf2, pbkdf2-sha256, pbkdf2-sha512 and argon2');
  const saltBytes = readBytes(salt, 'the salt', [1, 1024]);
  return pbkdf2Hash({ digest, iterations: hashIterations, salt: saltBytes, hash });
}

function argon2(
  parameters: Members,
  { hashIterations: passes }: Members,
  { value: hash, salt }: Members,
): string {
  const first = (name: string) => {
    const value = parameters[name];
    return Array.isArray(value) ? (value[0] as unknown) : value;
  };
  return argon2Hash({
    type: `argon2${String(first('type'))}`,
    version: ARGON2_VERSIONS[String(first('version'))],
    memoryKiB: first('memory'),
    passes,
    lanes: first('parallelism'),
    salt,
    hash,
  });
}

/** Keycloak writes some objects as JSON inside of JSON. */
function members(value: unknown, name: string): Members {
  const object = typeof value === 'string' ? parsed(value, name) : value;
  accept(typeof object === 'object' && object !== null && !Array.isArray(object), `${name} is missing`);
  return object as Members;
}

function parsed(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new HashRefused(`${name} is no JSON`);
  }
}
