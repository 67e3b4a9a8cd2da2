import { writeBytes } from './hash-bytes.js';
import { accept } from './hash-refused.js';

/** A hash in the PHC string format: `$id$name=value,…$salt$hash`, with `v=` in a field of its own where there is one. */
export interface PhcString {
  readonly id: string;
  readonly version: string | undefined;
  readonly parameters: Readonly<Record<string, string | undefined>>;
  readonly salt: string;
  readonly hash: string;
}

/** @throws HashRefused when the text has another form */
export function readPhcString(text: unknown): PhcString {
  accept(typeof text === 'string', 'the hash must be text');
  const found = /^\$([a-z0-9-]+)(?:\$v=(\d+))?\$([^$]*)\$([^$]*)\$([^$]*)$/.exec(text);
  accept(found !== null, 'the hash is no PHC string ($id$parameters$salt$hash)');
  const [, id = '', version, parameters = '', salt = '', hash = ''] = found;
  const pairs = parameters.split(',').map((pair): [string, string] => {
    const at = pair.indexOf('=');
    return at === -1 ? ['', pair] : [pair.slice(0, at), pair.slice(at + 1)];
  });
  return { id, version, parameters: Object.fromEntries(pairs), salt, hash };
}

/** Writes a PHC string. */
export function writePhcString(
  id: string,
  parameters: Readonly<Record<string, string | number>>,
  salt: Uint8Array,
  hash: Uint8Array,
): string {
  const pairs = Object.entries(parameters).map(([name, value]) => `${name}=${value}`);
  return `$${id}$${pairs.join(',')}$${writeBytes(salt)}$${writeBytes(hash)}`;
}
