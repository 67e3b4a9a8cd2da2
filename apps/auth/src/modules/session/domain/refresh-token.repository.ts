import { Injectable } from '@nestjs/common';
import type { AuthenticationMethodReference } from '../../../core/access/index.js';
import type { ClientInfo } from '../../../core/context/index.js';
import type { OpaqueToken } from '../../../core/crypto/index.js';
import { Database } from '../../../core/database/index.js';
import { CURRENT_REVISION } from './current-revision.js';

/** A session whose refresh token was exchanged. */
export interface RefreshedSession {
  readonly sessionId: string;
  readonly userId: string;
  readonly authenticatedAt: Date;
  readonly references: readonly AuthenticationMethodReference[];
  readonly authorizationRevision: number;
}

/** What came of an attempt to exchange a refresh token. */
export type Rotation =
  | ({ readonly kind: 'rotated' } & RefreshedSession)
  | { readonly kind: 'reused'; readonly sessionId: string }
  | { readonly kind: 'invalid' };

/** A refresh token that was issued once. */
export interface PresentedRefreshToken {
  readonly sessionId: string;
  readonly userId: string;
  readonly issuedAt: Date;
  /** When its session ends if it is not refreshed before. */
  readonly expiresAt: Date;
  /** Neither exchanged nor expired, of a session that lives. */
  readonly isGood: boolean;
}

interface RotationRow {
  readonly sessionId: string;
  readonly userId: string | null;
  readonly authenticatedAt: Date | null;
  readonly references: readonly AuthenticationMethodReference[] | null;
  readonly authorizationRevision: number;
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
   * @param client - who exchanges it
   */
  async rotate(
    presented: OpaqueToken,
    successor: OpaqueToken,
    idleSeconds: number,
    client: ClientInfo,
  ): Promise<Rotation> {
    const [row] = await this.database.query<RotationRow>(
      `WITH taken AS (
         UPDATE refresh_tokens t SET used_at = clock_timestamp(), successor_id = $3
         WHERE t.id = $1 AND t.hash = $2 AND t.used_at IS NULL AND (
           SELECT true FROM sessions s
           WHERE s.id = t.session_id AND s.ended_at IS NULL
             AND s.expires_at > clock_timestamp() AND s.idle_expires_at > clock_timestamp()
             AND (SELECT true FROM users u WHERE u.id = s.user_id AND u.status = 'active' AND u.deleted_at IS NULL))
         RETURNING t.session_id
       ), issued AS (
         INSERT INTO refresh_tokens (id, hash, session_id, issued_at, ip_address, user_agent)
         SELECT $3, $4, s.id, clock_timestamp(), $6, nullif($7, s.user_agent)
         FROM sessions s WHERE s.id = (SELECT session_id FROM taken)
       ), touched AS (
         UPDATE sessions SET last_used_at = clock_timestamp(),
           idle_expires_at = clock_timestamp() + make_interval(secs => $5)
         WHERE id = (SELECT session_id FROM taken)
         RETURNING id, user_id, authenticated_at, amr
       )
       SELECT id AS "sessionId", user_id AS "userId", authenticated_at AS "authenticatedAt", amr AS "references",
         false AS "usedBefore", ${CURRENT_REVISION} FROM touched
       UNION ALL
       SELECT session_id, NULL, NULL, NULL, used_at IS NOT NULL, NULL FROM refresh_tokens
       WHERE id = $1 AND hash = $2 AND NOT EXISTS (SELECT FROM taken)`,
      [
        presented.id,
        presented.hash,
        successor.id,
        successor.hash,
        idleSeconds,
        client.ipAddress,
        client.userAgent,
      ],
    );
    return toRotation(row) ?? this.decideLoser(presented);
  }

  /**
   * The session and the successor of a token that was exchanged a moment ago, while the successor itself was not.
   *
   * @param withinSeconds - how long ago at most
   */
  async findSuccessor(
    { id, hash }: OpaqueToken,
    withinSeconds: number,
  ): Promise<{ session: RefreshedSession; successor: OpaqueToken } | null> {
    const [row] = await this.database.query<
      RefreshedSession & { successorId: string; successorHash: Buffer }
    >(
      `SELECT n.id AS "successorId", n.hash AS "successorHash", s.id AS "sessionId", s.user_id AS "userId",
         s.authenticated_at AS "authenticatedAt", s.amr AS "references", ${CURRENT_REVISION}
       FROM refresh_tokens t JOIN refresh_tokens n ON n.id = t.successor_id JOIN sessions s ON s.id = t.session_id
         JOIN users u ON u.id = s.user_id
       WHERE t.id = $1 AND t.hash = $2 AND t.used_at > clock_timestamp() - make_interval(secs => $3)
         AND n.used_at IS NULL AND s.ended_at IS NULL AND s.expires_at > clock_timestamp()
         AND s.idle_expires_at > clock_timestamp() AND u.status = 'active' AND u.deleted_at IS NULL`,
      [id, hash, withinSeconds],
    );
    if (row === undefined) return null;
    const { successorId, successorHash, ...session } = row;
    return { session, successor: { id: successorId, hash: successorHash } };
  }

  /** What is known of a token that somebody presents, whether it is still good or not. */
  async find({ id, hash }: OpaqueToken): Promise<PresentedRefreshToken | null> {
    const [row] = await this.database.query<PresentedRefreshToken>(
      `SELECT t.session_id AS "sessionId", s.user_id AS "userId", t.issued_at AS "issuedAt",
         least(s.expires_at, s.idle_expires_at) AS "expiresAt",
         t.used_at IS NULL AND s.ended_at IS NULL AND s.expires_at > clock_timestamp()
           AND s.idle_expires_at > clock_timestamp() AND u.status = 'active' AND u.deleted_at IS NULL AS "isGood"
       FROM refresh_tokens t JOIN sessions s ON s.id = t.session_id JOIN users u ON u.id = s.user_id
       WHERE t.id = $1 AND t.hash = $2`,
      [id, hash],
    );
    return row ?? null;
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
  const { sessionId, userId, authenticatedAt, references, authorizationRevision, usedBefore } = row;
  if (userId !== null && authenticatedAt !== null && references !== null)
    return { kind: 'rotated', sessionId, userId, authenticatedAt, references, authorizationRevision };
  return usedBefore ? { kind: 'reused', sessionId } : null;
}
