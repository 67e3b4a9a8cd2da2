import { Injectable } from '@nestjs/common';
import { OneTimeTokens } from '../../../../core/one-time-token/index.js';
import type { LinkPurpose } from '../account-links.js';

/** Tells whether a mailed link would work now. Looking never uses it up. */
@Injectable()
export class LookAtLink {
  constructor(private readonly tokens: OneTimeTokens) {}

  async execute(token: string, ...purposes: readonly LinkPurpose[]): Promise<boolean> {
    for (const purpose of purposes) if ((await this.tokens.look(token, purpose)) !== null) return true;
    return false;
  }
}
