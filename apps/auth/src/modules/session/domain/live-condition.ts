/** That a session `s` has neither ended nor expired. */
export const LIVE =
  's.ended_at IS NULL AND s.expires_at > clock_timestamp() AND s.idle_expires_at > clock_timestamp()';

/** Who acts in somebody else's name must still be logged in themself. */
export const IMPERSONATOR_LIVES = `EXISTS (SELECT FROM sessions p JOIN users a ON a.id = p.user_id
  WHERE p.id = s.impersonator_session_id AND p.ended_at IS NULL AND p.expires_at > clock_timestamp()
    AND p.idle_expires_at > clock_timestamp() AND a.status = 'active' AND a.deleted_at IS NULL)`;
