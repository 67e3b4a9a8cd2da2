import { Injectable } from '@nestjs/common';
import { assertThat } from '../../../../core/errors/index.js';
import { EmailChangeRepository, type PendingEmail } from '../email-change.repository.js';

/** The new address that waits for its confirmation. */
@Injectable()
export class GetEmailChange {
  constructor(private readonly changes: EmailChangeRepository) {}

  /** @throws AppError `not_found` */
  async execute(userId: string): Promise<PendingEmail> {
    const pending = await this.changes.find(userId);
    assertThat(pending !== null, 'not_found');
    return pending;
  }
}
