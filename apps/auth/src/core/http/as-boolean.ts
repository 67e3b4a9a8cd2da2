import type { TransformFnParams } from 'class-transformer';

/** `true` and `false` as they stand in a query. Anything else stays what it is, to be refused. */
export function asBoolean({ value }: TransformFnParams): unknown {
  const given: unknown = value;
  if (given === 'true') return true;
  return given === 'false' ? false : given;
}
