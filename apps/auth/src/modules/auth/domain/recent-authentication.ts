import { Injectable } from '@nestjs/common';
import { Authenticators, type Principal } from '../../../core/access/index.js';
import { type AppConfig, InjectConfig } from '../../../core/config/index.js';
import { AppError } from '../../../core/errors/index.js';

/** Whether somebody has shown within STEP_UP_SECONDS who they are, and with the second factor if they have one. */
@Injectable()
export class RecentAuthentication {
  constructor(
    @InjectConfig() private readonly config: AppConfig,
    private readonly authenticators: Authenticators,
  ) {}

  /** @throws AppError `insufficient_user_authentication`, with the challenge of RFC 9470 */
  async assert({
    userId,
    authenticatedAt,
    level,
  }: Pick<Principal, 'userId' | 'authenticatedAt' | 'level'>): Promise<void> {
    const maxAge = this.config.stepUpSeconds;
    const isRecent = Date.now() - authenticatedAt.getTime() <= maxAge * 1000;
    const isTooWeak = level === 'aal1' && (await this.authenticators.hasSecondFactor(userId));
    if (isRecent && !isTooWeak) return;
    const wanted = isTooWeak ? ' acr_values="aal2",' : '';
    throw new AppError('insufficient_user_authentication', {
      challenge: `Bearer error="insufficient_user_authentication",${wanted} max_age="${maxAge}"`,
    });
  }
}
