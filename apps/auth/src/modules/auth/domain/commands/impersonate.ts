import { Injectable } from '@nestjs/common';
import { levelOf } from '../../../../core/access/index.js';
import { AccessTokens } from '../../../../core/crypto/index.js';
import { Transactional } from '../../../../core/database/index.js';
import { assertThat } from '../../../../core/errors/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import { type Impersonation, OpenImpersonation } from '../../../session/index.js';
import { ImpersonationRules } from '../impersonation-rules.js';
import type { TokenSet } from '../token-set.js';

/** Begins to act in somebody else's name: for a while, within one's own rights, and never without a reason. */
@Injectable()
export class Impersonate {
  constructor(
    private readonly rules: ImpersonationRules,
    private readonly openImpersonation: OpenImpersonation,
    private readonly accessTokens: AccessTokens,
    private readonly audit: RecordAuditEvent,
  ) {}

  /**
   * For a client app. There is no refresh token: whoever wants to go on asks again, and is looked at again.
   *
   * @throws AppError those of {@link ImpersonationRules}
   */
  async execute(userId: string, reason: string): Promise<Omit<TokenSet, 'refreshToken'>> {
    const { id, impersonatorId, ...session } = await this.begin(userId, reason, 'token');
    const accessToken = this.accessTokens.issue({
      ...session,
      userId,
      sessionId: id,
      level: levelOf(session.references),
      impersonatorId,
    });
    const expiresIn = Math.floor((session.endsAt.getTime() - Date.now()) / 1000);
    return {
      accessToken,
      tokenType: 'Bearer',
      expiresIn: Math.max(0, Math.min(this.accessTokens.lifeSeconds, expiresIn)),
      sessionId: id,
    };
  }

  /**
   * For a browser.
   *
   * @returns what its session cookie keeps
   * @throws AppError those of {@link ImpersonationRules}
   */
  async inBrowser(userId: string, reason: string): Promise<string> {
    return (await this.begin(userId, reason, 'browser')).cookieSecret;
  }

  @Transactional()
  protected async begin(
    userId: string,
    reason: string,
    kind: 'token' | 'browser',
  ): Promise<Impersonation & { impersonatorId: string }> {
    const actor = await this.rules.assertMayBegin(userId);
    const opened = await this.openImpersonation.execute(userId, actor.sessionId, kind);
    // Disabled, or logged out, since it was looked at.
    assertThat(opened !== null, 'impersonation_refused');
    await this.audit.execute({
      action: 'user.impersonated',
      subjectType: 'user',
      subjectId: userId,
      after: { sessionId: opened.id, endsAt: opened.endsAt },
      reason,
    });
    return { ...opened, impersonatorId: actor.userId };
  }
}
