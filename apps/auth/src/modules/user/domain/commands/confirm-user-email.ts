import { Injectable } from '@nestjs/common';
import { isDatabaseFault, Transactional } from '../../../../core/database/index.js';
import { AppError, assertThat } from '../../../../core/errors/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import { auditedUser } from '../audited-user.js';
import { normalizeEmail } from '../email-address.js';
import { UserCache } from '../user-cache.js';
import { UserRepository } from '../user.repository.js';

/** Notes that an address was shown to be a user's, perhaps another one than before. */
@Injectable()
export class ConfirmUserEmail {
  constructor(
    private readonly users: UserRepository,
    private readonly cache: UserCache,
    private readonly audit: RecordAuditEvent,
  ) {}

  /**
   * @returns the address before
   * @throws AppError `not_found`, `already_exists`
   */
  @Transactional()
  async execute(id: string, email: string): Promise<string> {
    const user = await this.users.findForUpdate(id);
    assertThat(user !== null, 'not_found');
    const before = auditedUser(user);
    const confirmed = normalizeEmail(email);
    if (user.email === confirmed && user.emailVerifiedAt !== null) return confirmed;
    Object.assign(user, { email: confirmed, emailVerifiedAt: new Date(), updatedAt: new Date() });
    try {
      await this.users.save(user);
    } catch (error) {
      if (!isDatabaseFault(error, 'unique', 'users_email_key')) throw error;
      throw AppError.forField('already_exists', 'email', 'There is a user with this e-mail address.');
    }
    await this.cache.invalidate(id);
    await this.audit.execute({
      action: 'user.email_confirmed',
      subjectType: 'user',
      subjectId: id,
      before,
      after: auditedUser(user),
    });
    return before.email;
  }
}
