import { bearerToken } from '../tokens/bearer-token.js';

interface IncomingRequest {
  readonly headers: Readonly<Record<string, string | undefined>>;
}

/** What Passport adds to a strategy for the time of a request. */
interface Verdict {
  success(user: object): void;
  fail(challenge: string, status: number): void;
  error(error: unknown): void;
}

/** Hears whose token it is: nobody's without a user. */
type Done = (error: unknown, user?: object | null) => void;

/** As Passport wants strategies: takes the token of a request to whoever can tell whose it is. */
export class BearerStrategy {
  constructor(private readonly verify: (token: string, done: Done) => void) {}

  /** Called by Passport, on an object that inherits from this one. */
  authenticate(request: unknown): void {
    const verdict = this as unknown as Verdict;
    const token = bearerToken((request as IncomingRequest).headers.authorization);
    const done: Done = (error, user) => {
      if (error !== null) verdict.error(error);
      else if (user) verdict.success(user);
      else verdict.fail('Bearer', 401);
    };
    if (token === undefined) done(null);
    else this.verify(token, done);
  }
}
