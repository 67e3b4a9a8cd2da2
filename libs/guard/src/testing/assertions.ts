import { AssertionError } from 'node:assert';

/** An answer of supertest, of `inject` or of `fetch`, or the promise of one. */
type Answer = { readonly status: number } | { readonly statusCode: number };

async function expectStatus(
  answer: Answer | PromiseLike<Answer>,
  isExpected: (status: number) => boolean,
  expected: string,
): Promise<void> {
  const given = await answer;
  const status = 'status' in given ? given.status : given.statusCode;
  if (!isExpected(status))
    throw new AssertionError({
      message: `Expected ${expected}, and the answer was ${status}.`,
      actual: status,
      expected,
      stackStartFn: expectStatus,
    });
}

/** They may: the answer is a success or a redirection. */
export const expectAllowed = (answer: Answer | PromiseLike<Answer>): Promise<void> =>
  expectStatus(answer, (status) => status < 400, 'to be allowed');

/** They are known and may not: 403. */
export const expectDenied = (answer: Answer | PromiseLike<Answer>): Promise<void> =>
  expectStatus(answer, (status) => status === 403, 'to be denied (403)');

/** They do not see it, as if it did not exist: 404. */
export const expectHidden = (answer: Answer | PromiseLike<Answer>): Promise<void> =>
  expectStatus(answer, (status) => status === 404, 'it to be hidden (404)');

/** Nobody is known by the request: 401. */
export const expectUnauthenticated = (answer: Answer | PromiseLike<Answer>): Promise<void> =>
  expectStatus(answer, (status) => status === 401, 'nobody to be known (401)');
