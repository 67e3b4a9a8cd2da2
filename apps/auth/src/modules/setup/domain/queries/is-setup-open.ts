import { Injectable } from '@nestjs/common';
import { readOpaqueToken } from '../../../../core/crypto/index.js';
import { SUPERUSER } from '../../../rbac/index.js';
import { OneTimeTokenRepository } from '../one-time-token.repository.js';
import { SETUP_PURPOSE } from '../setup-purpose.js';
import { SuperuserRepository } from '../superuser.repository.js';

/** Tells whether a link could make the first superuser now. */
@Injectable()
export class IsSetupOpen {
  constructor(
    private readonly tokens: OneTimeTokenRepository,
    private readonly superusers: SuperuserRepository,
  ) {}

  async execute(link: string): Promise<boolean> {
    const token = readOpaqueToken(link);
    return (
      token !== null &&
      (await this.tokens.isUsable(token, SETUP_PURPOSE)) &&
      !(await this.superusers.exists(SUPERUSER))
    );
  }
}
