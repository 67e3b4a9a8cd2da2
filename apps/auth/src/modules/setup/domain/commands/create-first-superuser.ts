import { Injectable } from '@nestjs/common';
import { Transactional } from '../../../../core/database/index.js';
import { assertThat } from '../../../../core/errors/index.js';
import { OneTimeTokens } from '../../../../core/one-time-token/index.js';
import { SUPERUSER } from '../../../rbac/index.js';
import { SETUP_PURPOSE } from '../setup-purpose.js';
import { SuperuserRepository } from '../superuser.repository.js';
import { CreateSuperuser, type NewSuperuser } from './create-superuser.js';

/** Makes the first superuser, for the holder of the one-time link. */
@Injectable()
export class CreateFirstSuperuser {
  constructor(
    private readonly tokens: OneTimeTokens,
    private readonly superusers: SuperuserRepository,
    private readonly createSuperuser: CreateSuperuser,
  ) {}

  /** @throws AppError `not_found` for a link that is used, too old, or no longer needed; errors of making a user */
  @Transactional()
  async execute(link: string, superuser: NewSuperuser): Promise<void> {
    await this.superusers.lockSetup();
    assertThat(!(await this.superusers.exists(SUPERUSER)), 'not_found');
    // A password that is refused must not use the link up: the transaction takes that back.
    assertThat((await this.tokens.consume(link, SETUP_PURPOSE)) !== null, 'not_found');
    await this.createSuperuser.execute(superuser);
  }
}
