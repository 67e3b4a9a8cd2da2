import { Injectable } from '@nestjs/common';
import type { PermissionName, PermissionSet } from '@auth-service/authorization';
import {
  type AuthenticationLevel,
  type Callers,
  IMPERSONATE,
  levelOf,
  type Principal,
} from '../../../../core/access/index.js';
import { AccessTokens } from '../../../../core/crypto/index.js';
import { FindPermissions } from '../../../authorization/index.js';
import { FindLiveSession, type LiveSession, NoteSessionUse } from '../../../session/index.js';
import { IdentifyApiKeyHolder } from './identify-api-key-holder.js';
import { IdentifyService } from './identify-service.js';
import { ScopedPermissions } from '../scoped-permissions.js';

/** As nearly everybody writes it; others take the longer way. */
const SCHEME = 'Bearer ';

/** Tells who calls, from an access token, an API key or a cookie: it must be good, and what it rests on live. */
@Injectable()
export class IdentifyCaller implements Callers {
  private readonly scoped = new ScopedPermissions();

  constructor(
    private readonly accessTokens: AccessTokens,
    private readonly findLiveSession: FindLiveSession,
    private readonly noteSessionUse: NoteSessionUse,
    private readonly findPermissions: FindPermissions,
    private readonly apiKeys: IdentifyApiKeyHolder,
    private readonly services: IdentifyService,
  ) {}

  /** The caller that an `Authorization` header stands for, if all that is needed is in memory. */
  readonly recallHeader = (authorization: string | undefined): Principal | null =>
    authorization?.startsWith(SCHEME) === true ? this.recall(authorization.slice(SCHEME.length)) : null;

  async mayStill(authorization: string, permission: PermissionName): Promise<boolean> {
    const caller =
      this.recallHeader(authorization) ?? (await this.byToken(authorization.slice(SCHEME.length)));
    return caller?.permissions.has(permission) === true;
  }

  /** The caller, if all that is needed is in memory; null when something has to be asked. */
  recall(token: string): Principal | null {
    if (this.apiKeys.recognises(token)) return this.apiKeys.recall(token);
    const claims = this.accessTokens.recall(token);
    if (claims === null) return null;
    if (claims.sessionId === null) return this.services.recall(claims);
    const session = this.findLiveSession.recall(claims.sessionId);
    if (session?.userId !== claims.userId) return null;
    const level = levelOf(session.references);
    const permissions = this.findPermissions.recall(claims.userId, level);
    if (permissions === undefined) return null;
    const { impersonatorId } = session;
    const limit = impersonatorId === null ? undefined : this.findPermissions.recall(impersonatorId, level);
    if (impersonatorId !== null && limit === undefined) return null;
    this.noteSessionUse.execute(session.id);
    return this.principalOf(session, level, permissions, limit);
  }

  /**
   * @param token - an access token, or an API key
   * @returns null for one that is not valid, or whose session or service account has ended
   */
  async byToken(token: string): Promise<Principal | null> {
    if (this.apiKeys.recognises(token)) return this.apiKeys.execute(token);
    const claims = await this.accessTokens.verify(token);
    if (claims === null) return null;
    if (claims.sessionId === null) return this.services.execute(claims);
    const session = await this.findLiveSession.execute(claims.sessionId);
    return session?.userId === claims.userId ? this.principal(session) : null;
  }

  /** @returns null for a cookie that stands for no live session */
  async byCookieSecret(secret: string): Promise<Principal | null> {
    const session = await this.findLiveSession.byCookieSecret(secret);
    return session === null ? null : this.principal(session);
  }

  private async principal(session: LiveSession): Promise<Principal | null> {
    this.noteSessionUse.execute(session.id);
    const { userId, impersonatorId } = session;
    const level = levelOf(session.references);
    const permissions = await this.findPermissions.execute(userId, level);
    const limit =
      impersonatorId === null ? undefined : await this.findPermissions.execute(impersonatorId, level);
    return this.principalOf(session, level, permissions, limit);
  }

  /**
   * @param limit - what who acts in the user's name may themself: nobody may more there, whatever the user gets later
   * @returns null for who may not act in others' names any more
   */
  private principalOf(
    { id: sessionId, userId, authenticatedAt, impersonatorId, impersonatorSessionId }: LiveSession,
    level: AuthenticationLevel,
    permissions: PermissionSet,
    limit: PermissionSet | undefined,
  ): Principal | null {
    if (limit === undefined || impersonatorId === null || impersonatorSessionId === null)
      return { userId, sessionId, permissions, authenticatedAt, level };
    if (!limit.has(IMPERSONATE)) return null;
    return {
      userId,
      sessionId,
      permissions: this.scoped.of(permissions, limit),
      scope: limit,
      impersonator: { userId: impersonatorId, sessionId: impersonatorSessionId },
      authenticatedAt,
      level,
    };
  }
}
