import { Injectable } from '@nestjs/common';
import type {
  Authentication,
  AuthenticationMethodReference,
  SessionEndReason,
} from '../../../core/access/index.js';
import type { ClientInfo } from '../../../core/context/index.js';
import type { OpaqueToken } from '../../../core/crypto/index.js';
import { Database } from '../../../core/database/index.js';
import { CURRENT_REVISION } from './current-revision.js';
import { deviceName } from './device-name.js';
import { IMPERSONATOR_LIVES, LIVE } from './live-condition.js';
import type { Session } from './session.entity.js';
import type { LiveSession, SessionListQuery, SessionView } from './session.view.js';

const VIEW = `s.id, s.user_id AS "userId", u.email AS "userEmail", s.kind, s.user_agent AS "userAgent",
  host(s.ip_address) AS "ipAddress", s.login_method AS method, s.impersonator_id AS "impersonatorId", i.email AS "impersonatorEmail", s.created_at AS "createdAt", s.last_used_at AS "lastUsedAt",
  least(s.expires_at, s.idle_expires_at) AS "expiresAt", s.ended_at AS "endedAt",
  coalesce(s.end_reason, CASE WHEN NOT (${LIVE}) THEN 'expired' END) AS "endReason", ${LIVE} AS active`;
const FROM = 'FROM sessions s JOIN users u ON u.id = s.user_id';
const VIEW_FROM = `${FROM} LEFT JOIN users i ON i.id = s.impersonator_id`;

/** What ends along with something else says so. */
const reasonIf = (isMeant: string): string => `CASE WHEN ${isMeant} THEN $2 ELSE 'impersonation_ended' END`;

type SessionRow = Omit<SessionView, 'device'>;
const toView = (row: SessionRow): SessionView => ({ ...row, device: deviceName(row.userAgent) });

/** Life of a session, in seconds. */
export interface SessionLife {
  readonly idleSeconds: number;
  readonly absoluteSeconds: number;
}

/** Why a session ends, and through whom where its owner may know. */
export interface SessionEnd {
  readonly reason: SessionEndReason;
  readonly from: ClientInfo | null;
}

/** A session that has just ended. */
export interface EndedSession {
  readonly id: string;
  readonly userId: string;
  readonly reason: SessionEndReason;
}

/** A session whose person has just shown who they are. */
export type StrengthenedSession = Pick<Session, 'userId' | 'references' | 'authenticatedAt'> & {
  readonly authorizationRevision: number;
};

/** A session about to be opened. */
export type NewSession = Pick<
  Session,
  'id' | 'userId' | 'kind' | 'secretHash' | 'userAgent' | 'ipAddress'
> & {
  readonly refreshToken: OpaqueToken | null;
  readonly authentication: Authentication;
};

/** Reads and writes sessions. Times are the database's, so that instances need not agree on theirs. */
@Injectable()
export class SessionRepository {
  constructor(private readonly database: Database) {}

  /**
   * Opens a session, with its first refresh token where it has any.
   *
   * @returns the authorisation revision; null when the user is not active: the row is locked against being disabled at the
   *   same moment
   */
  async insert(session: NewSession, life: SessionLife): Promise<number | null> {
    const [row] = await this.database.query<{ authorizationRevision: number }>(
      `WITH opened AS (
         INSERT INTO sessions (id, user_id, kind, secret_hash, user_agent, ip_address, idle_expires_at, expires_at, login_method, amr)
         SELECT $1, u.id, $3, $4, $5, $6, clock_timestamp() + make_interval(secs => $7), clock_timestamp() + make_interval(secs => $8), $11, $12
         FROM (SELECT id FROM users WHERE id = $2 AND status = 'active' AND deleted_at IS NULL FOR NO KEY UPDATE) u
         RETURNING id
       ), issued AS (
         INSERT INTO refresh_tokens (id, hash, session_id) SELECT $9::uuid, $10::bytea, id FROM opened WHERE $9::uuid IS NOT NULL
       ) SELECT ${CURRENT_REVISION} FROM opened`,
      [
        session.id,
        session.userId,
        session.kind,
        session.secretHash,
        session.userAgent,
        session.ipAddress,
        life.idleSeconds,
        life.absoluteSeconds,
        session.refreshToken?.id ?? null,
        session.refreshToken?.hash ?? null,
        session.authentication.method,
        session.authentication.references,
      ],
    );
    return row?.authorizationRevision ?? null;
  }

  async findLive(id: string): Promise<(LiveSession & { secretHash: Buffer | null }) | null> {
    const [row] = await this.database.query<LiveSession & { secretHash: Buffer | null }>(
      `SELECT s.id, s.user_id AS "userId", s.authenticated_at AS "authenticatedAt", s.amr AS "references", s.secret_hash AS "secretHash",
         (extract(epoch FROM least(s.expires_at, s.idle_expires_at)) * 1000)::float8 AS "endsAt",
         s.impersonator_id AS "impersonatorId", s.impersonator_session_id AS "impersonatorSessionId"
       ${FROM} WHERE s.id = $1 AND ${LIVE} AND u.status = 'active' AND u.deleted_at IS NULL
         AND (s.impersonator_id IS NULL OR ${IMPERSONATOR_LIVES})`,
      [id],
    );
    return row ?? null;
  }

  /** @returns null when it is not live */
  async strengthen(
    id: string,
    shown: readonly AuthenticationMethodReference[],
  ): Promise<StrengthenedSession | null> {
    const [row] = await this.database.query<StrengthenedSession>(
      `UPDATE sessions s SET authenticated_at = clock_timestamp(),
         amr = ARRAY(SELECT DISTINCT unnest(s.amr || $2::text[]) ORDER BY 1)
       WHERE s.id = $1 AND ${LIVE}
       RETURNING user_id AS "userId", amr AS "references", authenticated_at AS "authenticatedAt",
         ${CURRENT_REVISION}`,
      [id, shown],
    );
    return row ?? null;
  }

  async findView(id: string): Promise<SessionView | null> {
    const [row] = await this.database.query<SessionRow>(`SELECT ${VIEW} ${VIEW_FROM} WHERE s.id = $1`, [id]);
    return row === undefined ? null : toView(row);
  }

  /** The newest first; one row more than the limit, when there is one. */
  async list({ userId, active, limit }: SessionListQuery, beforeId: string | null): Promise<SessionView[]> {
    const rows = await this.database.query<SessionRow>(
      `SELECT ${VIEW} ${VIEW_FROM}
       WHERE ($1::uuid IS NULL OR s.user_id = $1) AND ($2::uuid IS NULL OR s.id < $2)
         AND ($3::boolean IS NULL OR (${LIVE}) = $3)
       ORDER BY s.id DESC LIMIT $4`,
      [userId ?? null, beforeId, active ?? null, limit + 1],
    );
    return rows.map(toView);
  }

  /** Those that have ended within so many seconds, and the database's clock: milliseconds since 1970. */
  async listEnded(seconds: number): Promise<{ ids: string[]; now: number }> {
    const [row] = await this.database.query<{ ids: string[]; now: number }>(
      `SELECT floor(extract(epoch FROM clock_timestamp()) * 1000)::float8 AS now,
         ARRAY(SELECT id FROM sessions WHERE ended_at > now() - make_interval(secs => $1)) AS ids`,
      [seconds],
    );
    return row ?? { ids: [], now: 0 };
  }

  async countLive(bound: number): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM (SELECT FROM sessions s WHERE ${LIVE} LIMIT $1) bounded`,
      [bound],
    );
    return row?.count ?? 0;
  }

  /**
   * Ends a session, and those in which its person acts in somebody else's name.
   *
   * @returns what has ended now, itself first; nothing when it is unknown or had ended before
   */
  async end(id: string, { reason, from }: SessionEnd): Promise<EndedSession[]> {
    const ended = await this.database.query<EndedSession>(
      `UPDATE sessions SET ended_at = clock_timestamp(), end_reason = ${reasonIf('id = $1')},
         ended_from = CASE WHEN id = $1 THEN $3::inet END, ended_user_agent = CASE WHEN id = $1 THEN $4 END
       WHERE (id = $1 OR impersonator_session_id = $1) AND ended_at IS NULL
       RETURNING id, user_id AS "userId", end_reason AS reason`,
      [id, reason, from?.ipAddress ?? null, from?.userAgent ?? null],
    );
    return ended.sort((one, other) => Number(other.id === id) - Number(one.id === id));
  }

  /** @returns the ids of the sessions that have ended now, those in somebody else's name included */
  async endAllOf(
    userId: string,
    { reason, from }: SessionEnd,
    except: string | null = null,
  ): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `UPDATE sessions SET ended_at = clock_timestamp(), end_reason = ${reasonIf('user_id = $1')},
         ended_from = CASE WHEN user_id = $1 THEN $4::inet END, ended_user_agent = CASE WHEN user_id = $1 THEN $5 END
       WHERE (user_id = $1 OR impersonator_id = $1) AND ended_at IS NULL
         AND ($3::uuid IS NULL OR (id <> $3 AND impersonator_session_id IS DISTINCT FROM $3)) RETURNING id`,
      [userId, reason, except, from?.ipAddress ?? null, from?.userAgent ?? null],
    );
    return rows.map(({ id }) => id);
  }

  /**
   * Notes when sessions were last used; those that somebody else changes at this moment are left out.
   *
   * @param ages - seconds since then, of each
   */
  async touch(ids: readonly string[], ages: readonly number[]): Promise<void> {
    await this.database.query(
      `UPDATE sessions s SET last_used_at = greatest(s.last_used_at, clock_timestamp() - make_interval(secs => used.age))
       FROM (SELECT * FROM unnest($1::uuid[], $2::float8[]) AS u (id, age)) used,
         (SELECT id FROM sessions WHERE id = ANY($1) AND ended_at IS NULL ORDER BY id FOR NO KEY UPDATE SKIP LOCKED) free
       WHERE s.id = used.id AND s.id = free.id`,
      [ids, ages],
    );
  }

  /**
   * Only keys from before that time are looked through: they are UUIDv7 (RFC 9562, section 5.7).
   *
   * @returns how many sessions are gone, with their tokens and events
   */
  async prune(retentionDays: number, limit: number): Promise<number> {
    const gone = await this.database.query(
      `DELETE FROM sessions WHERE id IN (
         SELECT id FROM sessions,
           (SELECT clock_timestamp() - make_interval(days => $1) AS at) bound
         WHERE id < rpad(lpad(to_hex((extract(epoch FROM bound.at) * 1000)::bigint), 12, '0'), 32, '0')::uuid
           AND coalesce(ended_at, expires_at) < bound.at
         ORDER BY id LIMIT $2 FOR UPDATE OF sessions SKIP LOCKED) RETURNING id`,
      [retentionDays, limit],
    );
    return gone.length;
  }
}
