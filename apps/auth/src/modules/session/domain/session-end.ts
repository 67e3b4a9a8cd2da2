import type { SessionEndReason } from '../../../core/access/index.js';
import type { ClientInfo } from '../../../core/context/index.js';
import type { SessionEnd } from './session.repository.js';

/** Ends that come from whoever has a cookie or token of the session; where an administrator is does not concern its owner. */
const FROM_ITS_HOLDER: ReadonlySet<SessionEndReason> = new Set([
  'logout',
  'ended_by_user',
  'refresh_token_reuse',
  'token_revoked',
]);

/** @param client - of the request that ends the session */
export const endBecause = (reason: SessionEndReason, client: ClientInfo): SessionEnd => ({
  reason,
  from: FROM_ITS_HOLDER.has(reason) ? client : null,
});
