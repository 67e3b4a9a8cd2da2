import { Injectable } from '@nestjs/common';
import type { OpaqueToken } from '../../../core/crypto/index.js';
import { Database } from '../../../core/database/index.js';

/** What came of an attempt to exchange a refresh token. */
export type Rotation =
  | {
      readonly kind: 'rotated';
      readonly sessionId: string;
      readonly userId: string;
      readonly authenticatedAt: Date;
    }
  | { readonly kind: 'reused'; readonly sessionId: string }
  | { readonly kind: 'invalid' };

interface RotationRow {
  readonly sessionId: string;
  readonly userId: string | null;
  readonly authenticatedAt: Date | null;
  readonly usedBefore: boolean;
}

/** Reads and writes refresh tokens. */
@Injectable()
export class RefreshTokenRepository {
  constructor(private readonly database: Database) {}

  /**
   * Exchanges a token for its successor in one statement. Of several attempts at once the row lock lets one win; the
   * others then see a used token. Session and user are looked up by scalar subqueries, which go from the token by key,
   * whatever the planner believes of the tables.
   *
   * @param idleSeconds - how long the session lives on without another refresh
   */
  async rotate(presented: OpaqueToken, successor: OpaqueToken, idleSeconds: number): Promise<Rotation> {
    const [row] = await this.database.query<RotationRow>(
      `WITH taken AS (
         UPDATE refresh_tokens t SET used_at = clock_timestamp()
         WHERE t.id = $1 AND t.hash = $2 AND t.used_at IS NULL AND (
           SELECT true FROM sessions s
           WHERE s.id = t.session_id AND s.ended_at IS NULL
             AND s.expires_at > clock_timestamp() AND s.idle_expires_at > clock_timestamp()
             AND (SELECT true FROM users u WHERE u.id = s.user_id AND u.status = 'active' AND u.deleted_at IS NULL))
         RETURNING t.session_id
       ), issued AS (
         INSERT INTO refresh_tokens (id, hash, session_id) SELECT $3, $4, session_id FROM taken
       ), touched AS (
         UPDATE sessions SET last_used_at = clock_timestamp(),
           idle_expires_at = clock_timestamp() + make_interval(secs => $5)
         WHERE id = (SELECT session_id FROM taken)
         RETURNING id, user_id, created_at
       )
       SELECT id AS "sessionId", user_id AS "userId", created_at AS "authenticatedAt", false AS "usedBefore" FROM touched
       UNION ALL
       SELECT session_id, NULL, NULL, used_at IS NOT NULL FROM refresh_tokens
       WHERE id = $1 AND hash = $2 AND NOT EXISTS (SELECT FROM taken)`,
      [presented.id, presented.hash, successor.id, successor.hash, idleSeconds],
    );
    return toRotation(row) ?? this.decideLoser(presented);
  }

  /** The statement's own snapshot shows a token unused that a rival took meanwhile: look again. */
  private async decideLoser(presented: OpaqueToken): Promise<Rotation> {
    const [row] = await this.database.query<{ sessionId: string; used: boolean }>(
      'SELECT session_id AS "sessionId", used_at IS NOT NULL AS used FROM refresh_tokens WHERE id = $1 AND hash = $2',
      [presented.id, presented.hash],
    );
    return row?.used === true ? { kind: 'reused', sessionId: row.sessionId } : { kind: 'invalid' };
  }
}

function toRotation(row: RotationRow | undefined): Rotation | null {
  if (row === undefined) return { kind: 'invalid' };
  const { sessionId, userId, authenticatedAt, usedBefore } = row;
  if (userId !== null && authenticatedAt !== null)
    return { kind: 'rotated', sessionId, userId, authenticatedAt };
  return usedBefore ? { kind: 'reused', sessionId } : null;
}
