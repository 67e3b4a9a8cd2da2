import type {
  AuthenticationMethodReference,
  LoginMethod,
  SessionEndReason,
} from '../../../core/access/index.js';
import type { SessionKind } from './session-kind.js';

/** What is shown of a session. */
export interface SessionView {
  readonly id: string;
  readonly userId: string;
  readonly userEmail: string;
  readonly kind: SessionKind;
  /** What people call the device, for example `Firefox on Windows`. */
  readonly device: string;
  readonly userAgent: string;
  readonly ipAddress: string;
  readonly method: LoginMethod;
  /** Who acts in the user's name by it; null: the user. */
  readonly impersonatorId: string | null;
  readonly impersonatorEmail: string | null;
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
  readonly references: readonly AuthenticationMethodReference[];
  /** Who acts in the user's name by it; null: the user. */
  readonly impersonatorId: string | null;
  /** In which session that one is themself. */
  readonly impersonatorSessionId: string | null;
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
