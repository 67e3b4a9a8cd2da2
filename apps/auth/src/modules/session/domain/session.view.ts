import type { SessionEndReason } from '../../../core/access/index.js';
import type { SessionKind } from './session-kind.js';

/** What is shown of a session. */
export interface SessionView {
  readonly id: string;
  readonly userId: string;
  readonly userEmail: string;
  readonly kind: SessionKind;
  readonly userAgent: string;
  readonly ipAddress: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date;
  readonly expiresAt: Date;
  readonly endedAt: Date | null;
  readonly endReason: SessionEndReason | 'expired' | null;
  /** Neither ended nor expired. */
  readonly active: boolean;
}

/** What is asked of a session at each request. */
export interface LiveSession {
  readonly id: string;
  readonly userId: string;
  readonly authenticatedAt: Date;
  /** Milliseconds since 1970 from which on it is over. */
  readonly endsAt: number;
}

/** Which sessions are wanted. */
export interface SessionListQuery {
  readonly limit: number;
  readonly cursor?: string;
  readonly userId?: string;
  readonly active?: boolean;
}
