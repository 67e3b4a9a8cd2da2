import { Injectable } from '@nestjs/common';
import type { AuthenticationMethodReference } from '../../../core/access/index.js';
import type { ClientInfo, Impersonator } from '../../../core/context/index.js';
import type { OpaqueToken } from '../../../core/crypto/index.js';
import { Database } from '../../../core/database/index.js';
import { CURRENT_REVISION } from './current-revision.js';
import { IMPERSONATOR_LIVES, LIVE } from './live-condition.js';
import type { SessionKind } from './session-kind.js';

/** A session in which an administrator is to act in somebody else's name. */
export interface NewImpersonation {
  readonly id: string;
  readonly userId: string;
  readonly kind: SessionKind;
  /** SHA-256 of the cookie's secret, where there is one. */
  readonly secretHash: Buffer | null;
  readonly impersonatorSessionId: string;
  readonly client: ClientInfo;
  readonly seconds: number;
}

/** Such a session just opened. */
export interface OpenedImpersonation {
  /** What the administrator has shown, and when. */
  readonly references: readonly AuthenticationMethodReference[];
  readonly authenticatedAt: Date;
  readonly endsAt: Date;
  readonly authorizationRevision: number;
}

/** Such a session that has not ended. */
export interface LiveImpersonation {
  readonly id: string;
  readonly userId: string;
  readonly impersonator: Impersonator;
  readonly references: readonly AuthenticationMethodReference[];
  /** Whether both are active, and the administrator still logged in. */
  readonly stands: boolean;
}

/** Reads and writes the sessions in which somebody acts in another's name. Times are the database's. */
@Injectable()
export class ImpersonationRepository {
  constructor(private readonly database: Database) {}

  /**
   * Opens one out of the administrator's own session, and no longer than that one lasts. Both rows are locked against
   * being disabled or ended at the same moment.
   *
   * @returns null when the user is not active, or the administrator's session no live one of their own
   */
  async insert(session: NewImpersonation): Promise<OpenedImpersonation | null> {
    const { client } = session;
    const [row] = await this.database.query<OpenedImpersonation>(
      `WITH opened AS (
         INSERT INTO sessions (id, user_id, kind, secret_hash, user_agent, ip_address, idle_expires_at, expires_at,
           login_method, amr, authenticated_at, impersonator_id, impersonator_session_id)
         SELECT $1, u.id, $3, $4, $5, $6, own.ends_at, own.ends_at, 'impersonation', own.amr, own.authenticated_at,
           own.user_id, own.id
         FROM (SELECT id FROM users WHERE id = $2 AND status = 'active' AND deleted_at IS NULL FOR NO KEY UPDATE) u,
           (SELECT *, least(expires_at, idle_expires_at, clock_timestamp() + make_interval(secs => $8)) AS ends_at
            FROM sessions s WHERE id = $7 AND ${LIVE} AND impersonator_id IS NULL FOR NO KEY UPDATE) own
         RETURNING amr, authenticated_at, expires_at
       ) SELECT amr AS "references", authenticated_at AS "authenticatedAt", expires_at AS "endsAt", ${CURRENT_REVISION}
       FROM opened`,
      [
        session.id,
        session.userId,
        session.kind,
        session.secretHash,
        client.userAgent,
        client.ipAddress,
        session.impersonatorSessionId,
        session.seconds,
      ],
    );
    return row ?? null;
  }

  /** All that have not ended; those whose time is over are left out. */
  async listLive(): Promise<LiveImpersonation[]> {
    return this.database.query<LiveImpersonation>(
      `SELECT s.id, s.user_id AS "userId", s.amr AS "references",
         json_build_object('userId', s.impersonator_id, 'sessionId', s.impersonator_session_id) AS impersonator,
         u.status = 'active' AND u.deleted_at IS NULL AND ${IMPERSONATOR_LIVES} AS stands
       FROM sessions s JOIN users u ON u.id = s.user_id WHERE s.impersonator_id IS NOT NULL AND ${LIVE}`,
    );
  }

  /** Whose session the first cookie is of, if it was opened out of that of the second one. It may have ended. */
  async findOpenedFrom(impersonation: OpaqueToken, own: OpaqueToken): Promise<{ userId: string } | null> {
    const [row] = await this.database.query<{ userId: string }>(
      `SELECT s.user_id AS "userId" FROM sessions s JOIN sessions p ON p.id = s.impersonator_session_id
       WHERE s.id = $1 AND s.secret_hash = $2 AND p.id = $3 AND p.secret_hash = $4`,
      [impersonation.id, impersonation.hash, own.id, own.hash],
    );
    return row ?? null;
  }

  /**
   * Gives a session another secret: the one before opens nothing any more.
   *
   * @returns false when it is not live, or has another secret
   */
  async renewSecret({ id, hash }: OpaqueToken, renewed: OpaqueToken): Promise<boolean> {
    const rows = await this.database.query(
      `UPDATE sessions s SET secret_hash = $3 WHERE id = $1 AND secret_hash = $2 AND ${LIVE} RETURNING id`,
      [id, hash, renewed.hash],
    );
    return rows.length === 1;
  }
}
