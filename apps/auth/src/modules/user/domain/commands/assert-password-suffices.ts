import { Injectable } from '@nestjs/common';
import { assertThat } from '../../../../core/errors/index.js';
import { LiveSettings } from '../../../../core/settings/index.js';
import { UserRepository } from '../user.repository.js';

/** Keeps an account's last factor while its password is too short to be the only one. Belongs into the transaction that removes it. */
@Injectable()
export class AssertPasswordSuffices {
  constructor(
    private readonly users: UserRepository,
    private readonly settings: LiveSettings,
  ) {}

  /** @throws AppError `not_found`, `password_needs_second_factor` */
  async execute(userId: string): Promise<void> {
    // A change of the password waits, or was waited for.
    assertThat((await this.users.findForUpdate(userId)) !== null, 'not_found');
    assertThat(!(await this.users.passwordNeedsSecondFactor(userId)), 'password_needs_second_factor', {
      detail: `Your password is too short to be alone: set one of at least ${this.settings.values.passwordMinLength} characters first`,
    });
  }
}
