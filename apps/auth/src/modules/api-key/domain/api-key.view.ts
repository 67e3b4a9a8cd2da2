import type { PermissionName, PermissionSet } from '@auth-service/authorization';
import type { AuthenticationLevel } from '../../../core/access/index.js';

/** What is shown of an API key: never the key itself. */
export interface ApiKeyView {
  readonly id: string;
  readonly userId: string;
  readonly userEmail: string;
  readonly name: string;
  readonly permissions: readonly PermissionName[];
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly lastUsedAt: Date | null;
  readonly revokedAt: Date | null;
  /** Neither revoked nor expired. */
  readonly active: boolean;
}

/** An API key that is good, and whose owner is active. */
export interface LiveApiKey {
  readonly id: string;
  readonly userId: string;
  readonly hash: Buffer;
  readonly scope: PermissionSet;
  readonly level: AuthenticationLevel;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly endsAt: number;
}

/** Which API keys are wanted. */
export interface ApiKeyListQuery {
  readonly limit: number;
  readonly cursor?: string;
  readonly userId?: string;
  readonly active?: boolean;
}
