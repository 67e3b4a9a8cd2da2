import type { TransformFnParams } from 'class-transformer';

/** In a query everything is text; what is neither stays as it is, for the check behind this to refuse. */
export function trueOrFalse({ value }: TransformFnParams): unknown {
  if (value === 'true') return true;
  return value === 'false' ? false : (value as unknown);
}
