import { z } from 'zod';

/** What may be missing; empty counts as missing. */
export const optional = <T extends z.ZodType>(type: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), type.optional());
/** Any text but none. */
export const text = z.string().min(1);
/** Words with commas between them. */
export const list = z
  .string()
  .default('')
  .transform((words) => words.split(',').flatMap((item) => item.trim() || []));
/** Yes or no. */
export const flag = z.enum(['true', 'false']).transform((word) => word === 'true');
/** A whole number. */
export const integer = (min: number, max: number) => z.coerce.number().int().min(min).max(max);
/** A key of 256 bits in base64. */
export const key256 = z
  .base64()
  .refine((key) => Buffer.from(key, 'base64').length === 32, 'must be 32 bytes in base64');
/** A span of time in whole seconds. */
export const seconds = (min: number, max: number) => integer(min, max);
/** An address of one of some protocols. */
export const url = (protocol: RegExp) => z.url({ protocol, message: `must be a URL (${protocol.source})` });
