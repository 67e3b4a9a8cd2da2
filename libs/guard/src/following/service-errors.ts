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

/** An error in one line, with what caused it. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message} (${error.cause.message})` : error.message;
}
