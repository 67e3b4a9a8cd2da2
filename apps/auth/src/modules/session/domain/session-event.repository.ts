import { Injectable } from '@nestjs/common';
import type { ClientInfo } from '../../../core/context/index.js';
import { Database, newId } from '../../../core/database/index.js';
import type { StoryRow } from './session-story.js';

/** A second use of a refresh token within so many seconds is taken for a lost race, not for a theft, in the story. */
const RACE_SECONDS = 10;
/** Whoever goes on to send a used token does not fill the database. */
const MAX_EVENTS = 100;

const ROOM = `(SELECT count(*) FROM (SELECT FROM session_events WHERE session_id = $2 LIMIT ${MAX_EVENTS}) e) < ${MAX_EVENTS}`;

/** Writes down what happens to sessions, and puts their stories together. */
@Injectable()
export class SessionEventRepository {
  constructor(private readonly database: Database) {}

  /** @param shown - what the person showed once more */
  async noteStrengthened(sessionId: string, shown: readonly string[], client: ClientInfo): Promise<void> {
    await this.database.query(
      `INSERT INTO session_events (id, session_id, kind, detail, ip_address, user_agent)
       SELECT $1, $2, 'strengthened', $3, $4, $5 WHERE ${ROOM}`,
      [newId(), sessionId, shown.join(','), client.ipAddress, client.userAgent],
    );
  }

  /**
   * @param tokenId - of a refresh token that was used before
   * @param answered - whether it got its successor once more
   */
  async noteSecondUse(
    sessionId: string,
    tokenId: string,
    answered: boolean,
    client: ClientInfo,
  ): Promise<void> {
    await this.database.query(
      `INSERT INTO session_events (id, session_id, kind, detail, ip_address, user_agent)
       SELECT $1, $2, CASE WHEN $4 THEN 'repeated' WHEN seconds < ${RACE_SECONDS} THEN 'race_lost' ELSE 'reused' END,
         seconds::text, $5, $6
       FROM (SELECT round(extract(epoch FROM clock_timestamp() - used_at), 3) AS seconds
             FROM refresh_tokens WHERE id = $3) t WHERE ${ROOM}`,
      [newId(), sessionId, tokenId, answered, client.ipAddress, client.userAgent],
    );
  }

  /** What happened to a session, the newest first; one more than the limit, when there is one. */
  async story(sessionId: string, limit: number, beforeId: string | null): Promise<StoryRow[]> {
    return this.database.query(
      `WITH session AS (SELECT *, least(expires_at, idle_expires_at) AS over_at FROM sessions WHERE id = $1),
       story (id, at, kind, detail, "ipAddress", "userAgent") AS (
         SELECT id, created_at, 'opened', concat_ws(' ', login_method, (SELECT email FROM users WHERE id = impersonator_id)),
           host(ip_address), user_agent FROM session
         UNION ALL
         SELECT t.id, t.issued_at, 'refreshed', NULL, host(t.ip_address), coalesce(t.user_agent, s.user_agent)
         FROM session s JOIN refresh_tokens t ON t.session_id = s.id WHERE t.issued_at > s.created_at
         UNION ALL
         SELECT id, occurred_at, kind, detail, host(ip_address), user_agent FROM session_events WHERE session_id = $1
         UNION ALL
         SELECT md5(id::text)::uuid, ended_at, 'ended', end_reason, host(ended_from), ended_user_agent
         FROM session WHERE ended_at IS NOT NULL
         UNION ALL
         SELECT md5(id::text)::uuid, over_at, 'expired', CASE over_at WHEN expires_at THEN 'absolute' ELSE 'idle' END, NULL, NULL
         FROM session WHERE ended_at IS NULL AND over_at <= clock_timestamp()
       ) SELECT * FROM story
       WHERE $2::uuid IS NULL OR (at, id) < (SELECT at, id FROM story WHERE id = $2)
       ORDER BY at DESC, id DESC LIMIT $3`,
      [sessionId, beforeId, limit + 1],
    );
  }
}
