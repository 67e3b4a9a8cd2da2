import { Injectable } from '@nestjs/common';
import { type AppConfig, InjectConfig } from '../../../core/config/index.js';
import { OneTimeTokens } from '../../../core/one-time-token/index.js';

const HOUR = 3600;

/** What a link of a mail is good for: the page it opens, and how long it works. */
export const linkPurposes = {
  sign_up: { page: 'verify-email', lifeSeconds: 24 * HOUR },
  email_verification: { page: 'verify-email', lifeSeconds: 24 * HOUR },
  email_change: { page: 'verify-email', lifeSeconds: 24 * HOUR },
  email_change_cancel: { page: 'cancel-email-change', lifeSeconds: 24 * HOUR },
  password_reset: { page: 'reset-password', lifeSeconds: HOUR / 2 },
  invitation: { page: 'invitation', lifeSeconds: 7 * 24 * HOUR },
} as const;
export type LinkPurpose = keyof typeof linkPurposes;

/** Links that are mailed. They are built from the configured origin alone. */
@Injectable()
export class AccountLinks {
  constructor(
    @InjectConfig() private readonly config: AppConfig,
    private readonly tokens: OneTimeTokens,
  ) {}

  /**
   * Makes a link; an earlier one of the same purpose and subject is worth nothing any more.
   *
   * @param subjectId - UUID of what the link speaks of
   */
  async make(purpose: LinkPurpose, subjectId: string): Promise<string> {
    const { page, lifeSeconds } = linkPurposes[purpose];
    await this.tokens.revokeAllOf(subjectId, purpose);
    const token = await this.tokens.issue(purpose, subjectId, lifeSeconds);
    return this.page(`${page}?token=${token}`);
  }

  /** Address of one of our own pages. */
  page(path: string): string {
    return `${this.config.publicUrl}/auth/account/${path}`;
  }
}
