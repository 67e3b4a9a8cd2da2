import { z } from 'zod';

/** What may be missing; empty counts as missing. */
export const optional = <T extends z.ZodType>(type: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), type.optional());
/** Words with commas between them. */
export const list = z
  .string()
  .default('')
  .transform((text) => text.split(',').flatMap((item) => item.trim() || []));
/** Yes or no. */
export const flag = z.enum(['true', 'false']).transform((text) => text === 'true');
/** A whole number. */
export const integer = (min: number, max: number) => z.coerce.number().int().min(min).max(max);
/** A key of 256 bits in base64. */
export const key256 = z
  .base64()
  .refine((text) => Buffer.from(text, 'base64').length === 32, 'must be 32 bytes in base64');
/** A span of time in whole seconds. */
export const seconds = (min: number, max: number) => integer(min, max);
/** An address of one of some protocols. */
export const url = (protocol: RegExp) => z.url({ protocol, message: `must be a URL (${protocol.source})` });
