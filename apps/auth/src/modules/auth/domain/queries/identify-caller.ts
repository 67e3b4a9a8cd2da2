import { Injectable } from '@nestjs/common';
import type { PermissionSet } from '@auth-service/authorization';
import type { Principal } from '../../../../core/access/index.js';
import { AccessTokens } from '../../../../core/crypto/index.js';
import { FindPermissions } from '../../../authorization/index.js';
import { FindLiveSession, type LiveSession } from '../../../session/index.js';

/** As nearly everybody writes it; others take the longer way. */
const SCHEME = 'Bearer ';

/** Tells who calls, from an access token or a cookie: the token must be good, the session live. */
@Injectable()
export class IdentifyCaller {
  constructor(
    private readonly accessTokens: AccessTokens,
    private readonly findLiveSession: FindLiveSession,
    private readonly findPermissions: FindPermissions,
  ) {}

  /** The caller that an `Authorization` header stands for, if all that is needed is in memory. */
  readonly recallHeader = (authorization: string | undefined): Principal | null =>
    authorization?.startsWith(SCHEME) === true ? this.recall(authorization.slice(SCHEME.length)) : null;

  /** The caller, if all that is needed is in memory; null when something has to be asked. */
  recall(token: string): Principal | null {
    const claims = this.accessTokens.recall(token);
    if (claims === null) return null;
    const session = this.findLiveSession.recall(claims.sessionId);
    const permissions = this.findPermissions.recall(claims.userId);
    if (session?.userId !== claims.userId || permissions === undefined) return null;
    return principalOf(session, permissions);
  }

  /** @returns null for a token that is not valid or whose session has ended */
  async byToken(token: string): Promise<Principal | null> {
    const claims = await this.accessTokens.verify(token);
    if (claims === null) return null;
    const session = await this.findLiveSession.execute(claims.sessionId);
    return session?.userId === claims.userId ? this.principal(session) : null;
  }

  /** @returns null for a cookie that stands for no live session */
  async byCookieSecret(secret: string): Promise<Principal | null> {
    const session = await this.findLiveSession.byCookieSecret(secret);
    return session === null ? null : this.principal(session);
  }

  private async principal(session: LiveSession): Promise<Principal> {
    return principalOf(session, await this.findPermissions.execute(session.userId));
  }
}

function principalOf(session: LiveSession, permissions: PermissionSet): Principal {
  return { userId: session.userId, sessionId: session.id, permissions };
}
