import { z } from 'zod';

/** Left empty is not set. */
export const optional = <T extends z.ZodType>(type: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), type.optional());
/** Names or addresses, separated by commas. */
export const list = z
  .string()
  .default('')
  .transform((text) => text.split(',').flatMap((item) => item.trim() || []));
export const flag = z.enum(['true', 'false']).transform((text) => text === 'true');
export const integer = (min: number, max: number) => z.coerce.number().int().min(min).max(max);
export const key256 = z
  .base64()
  .refine((text) => Buffer.from(text, 'base64').length === 32, 'must be 32 bytes in base64');
export const seconds = (min: number, max: number) => integer(min, max);
export const url = (protocol: RegExp) => z.url({ protocol, message: `must be a URL (${protocol.source})` });
