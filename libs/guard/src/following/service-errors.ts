import { types } from 'node:util';

/** The auth service did not answer, or not as it does when it is well. It may at the next try. */
export class ServiceUnreachable extends Error {
  override readonly name = 'ServiceUnreachable';

  /** @param what - was asked for */
  constructor(what: string, options?: ErrorOptions) {
    super(`The auth service did not answer: ${what}`, options);
  }
}

/** The auth service answered and refused: a mistake of ours, which does not pass by itself. */
export class ServiceRefusal extends Error {
  override readonly name = 'ServiceRefusal';

  constructor(
    readonly status: number,
    what: string,
    detail: string,
  ) {
    super(`The auth service answered ${status} to ${what}${detail === '' ? '' : `: ${detail}`}`);
  }
}

/** An error in one line, with what caused it in the end. */
export function describeError(error: unknown): string {
  if (!types.isNativeError(error)) return String(error);
  let cause: Error & { readonly code?: string } = error;
  while (types.isNativeError(cause.cause)) cause = cause.cause;
  if (cause === error) return error.message;
  // A name with several addresses of which none answers fails without words.
  return `${error.message} (${cause.message || (cause.code ?? cause.name)})`;
}
