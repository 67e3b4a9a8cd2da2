import type { TransformFnParams } from 'class-transformer';

/** Ids are compared as texts, so they are taken as the database writes them, as those in paths are. */
export function lowerCase({ value }: TransformFnParams): unknown {
  const given: unknown = value;
  if (Array.isArray(given)) return given.map((item: unknown) => lowered(item));
  return lowered(given);
}

const lowered = (value: unknown): unknown => (typeof value === 'string' ? value.toLowerCase() : value);
