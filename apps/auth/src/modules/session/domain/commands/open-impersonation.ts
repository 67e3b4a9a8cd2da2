import { Injectable } from '@nestjs/common';
import { InvalidationChannel } from '../../../../core/cache/index.js';
import { type AppConfig, InjectConfig } from '../../../../core/config/index.js';
import { RequestContext } from '../../../../core/context/index.js';
import { issueOpaqueToken } from '../../../../core/crypto/index.js';
import { newId, Transactional } from '../../../../core/database/index.js';
import { ImpersonationRepository, type OpenedImpersonation } from '../impersonation.repository.js';
import type { SessionKind } from '../session-kind.js';

/** Under this topic of the invalidation channel it is announced that somebody acts in another's name. */
export const IMPERSONATION_TOPIC = 'impersonation';

/** Such a session just opened; the secret belongs into a cookie, of a session of that kind. */
export type Impersonation = OpenedImpersonation & { readonly id: string; readonly cookieSecret: string };

/** Opens a session in which an administrator acts in somebody else's name. Whether they may is decided elsewhere. */
@Injectable()
export class OpenImpersonation {
  constructor(
    @InjectConfig() private readonly config: AppConfig,
    private readonly impersonations: ImpersonationRepository,
    private readonly channel: InvalidationChannel,
    private readonly context: RequestContext,
  ) {}

  /**
   * @param impersonatorSessionId - in which the administrator is themself; it ends with that one
   * @returns null when the user is not active (any more), or that session no live one of the administrator's own
   */
  @Transactional()
  async execute(
    userId: string,
    impersonatorSessionId: string,
    kind: SessionKind,
  ): Promise<Impersonation | null> {
    const token = issueOpaqueToken(newId());
    const { impersonationSeconds, accessTokenSeconds } = this.config;
    const opened = await this.impersonations.insert({
      id: token.id,
      userId,
      kind,
      secretHash: kind === 'browser' ? token.hash : null,
      impersonatorSessionId,
      client: this.context.client,
      // An app gets no refresh token, so its session lasts as long as its one access token.
      seconds: kind === 'browser' ? impersonationSeconds : Math.min(impersonationSeconds, accessTokenSeconds),
    });
    if (opened === null) return null;
    await this.channel.announce(IMPERSONATION_TOPIC, [token.id]);
    return { ...opened, id: token.id, cookieSecret: token.text };
  }
}
