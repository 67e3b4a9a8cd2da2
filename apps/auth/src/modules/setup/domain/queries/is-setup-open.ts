import { Injectable } from '@nestjs/common';
import { OneTimeTokens } from '../../../../core/one-time-token/index.js';
import { SUPERUSER } from '../../../rbac/index.js';
import { SETUP_PURPOSE } from '../setup-purpose.js';
import { SuperuserRepository } from '../superuser.repository.js';

/** Tells whether a link could make the first superuser now. */
@Injectable()
export class IsSetupOpen {
  constructor(
    private readonly tokens: OneTimeTokens,
    private readonly superusers: SuperuserRepository,
  ) {}

  async execute(link: string): Promise<boolean> {
    return (
      (await this.tokens.look(link, SETUP_PURPOSE)) !== null && !(await this.superusers.exists(SUPERUSER))
    );
  }
}
