import { z } from 'zod';
import { byteEncodings, type PasswordFormat, saltOrders } from '../../../core/crypto/index.js';

const plain = ['own', 'bcrypt', 'argon2', 'pbkdf2', 'scrypt', 'keycloak', 'django'] as const;
const salted = ['salted-sha256', 'salted-sha384', 'salted-sha512'] as const;

/** The names of the formats that password hashes may have. */
export const passwordFormatNames = [...plain, 'firebase-scrypt', ...salted] as const;

/** As Firebase's console shows them. */
const firebaseOptions = z
  .strictObject({
    algorithm: z.literal('SCRYPT').optional(),
    base64_signer_key: z.string(),
    base64_salt_separator: z.string(),
    rounds: z.number(),
    mem_cost: z.number(),
  })
  .transform((given) => ({
    signerKey: given.base64_signer_key,
    saltSeparator: given.base64_salt_separator,
    rounds: given.rounds,
    memoryCost: given.mem_cost,
  }));

const saltedOptions = z.strictObject({
  saltOrder: z.enum(saltOrders),
  hashEncoding: z.enum(byteEncodings),
  saltEncoding: z.enum(byteEncodings),
});

/**
 * Puts a declared format together.
 *
 * @param options - what the format needs beside its name; undefined where nothing was given
 * @throws Error naming what is unknown, missing or too much
 */
export function declarePasswordFormat(name: string, options: unknown): PasswordFormat {
  const known = plain.find((candidate) => candidate === name);
  if (known !== undefined) {
    if (options !== undefined) throw new Error(`The password format ${name} has no options.`);
    return { name: known };
  }
  if (name === 'firebase-scrypt') return { name, ...parse(firebaseOptions, options) };
  const digest = salted.find((candidate) => candidate === name)?.slice('salted-'.length);
  if (digest === undefined)
    throw new Error(`Unknown password format ${name}; known: ${passwordFormatNames.join(', ')}`);
  return {
    name: 'salted-sha2',
    digest: digest as 'sha256' | 'sha384' | 'sha512',
    ...parse(saltedOptions, options),
  };
}

function parse<Schema extends z.ZodType>(schema: Schema, options: unknown): z.output<Schema> {
  const parsed = schema.safeParse(options ?? {});
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new Error(`The options of the password format are wrong.\n${faults.join('\n')}`);
}
