import type { AuthorizationStructure, AuthorizationUpdate, SubjectRecord } from '@auth-service/authorization';

/** The service's clock when it wrote a message, in milliseconds since 1970. */
interface Timed {
  readonly now: number;
}

/** All that decisions rest on, apart from the users. */
export interface Snapshot extends AuthorizationStructure, Timed {
  readonly rev: number;
}

/** A page of the users of whom more is known than that they are active. */
export interface SubjectPage {
  readonly items: readonly SubjectRecord[];
  readonly nextCursor: string | null;
}

/** What has changed. */
export type Update = AuthorizationUpdate & Timed;

/** Nothing has changed. */
export interface Heartbeat extends Timed {
  readonly rev: number;
}

/** Sessions that have ended. */
export interface SessionsEnded extends Timed {
  readonly ids: readonly string[];
  /** How long access tokens of theirs may be good. */
  readonly tokenSeconds: number;
}
