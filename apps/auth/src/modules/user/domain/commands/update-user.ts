import { Injectable } from '@nestjs/common';
import { AccessPolicy } from '../../../../core/access/index.js';
import { isDatabaseFault, Transactional } from '../../../../core/database/index.js';
import { AppError, assertThat } from '../../../../core/errors/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import { auditedUser } from '../audited-user.js';
import { normalizeEmail } from '../email-address.js';
import { ProfileSchema } from '../profile-schema.js';
import { UserCache } from '../user-cache.js';
import type { User } from '../user.entity.js';
import { UserRepository } from '../user.repository.js';
import type { UserChanges, UserView } from '../user.view.js';

/** Changes a user's data. Attributes are replaced as a whole. */
@Injectable()
export class UpdateUser {
  constructor(
    private readonly users: UserRepository,
    private readonly schema: ProfileSchema,
    private readonly access: AccessPolicy,
    private readonly cache: UserCache,
    private readonly audit: RecordAuditEvent,
  ) {}

  /**
   * @param expectedVersion - refuses the change when somebody else was quicker
   * @throws AppError `not_found`, `version_mismatch`, `already_exists`, `invalid_attributes`, `escalation_refused`
   */
  @Transactional()
  async execute(id: string, changes: UserChanges, expectedVersion?: number): Promise<UserView> {
    const { attributes, ...core } = changes;
    const user = await this.users.findForUpdate(id);
    assertThat(user !== null, 'not_found');
    await this.access.assertCovers(id);
    assertThat(expectedVersion === undefined || expectedVersion === user.version, 'version_mismatch');
    const before = auditedUser(user);
    this.change(user, core);
    await this.save(user);
    if (attributes !== undefined) {
      this.schema.assertValid(attributes);
      await this.users.saveAttributes(id, attributes);
    }
    await this.cache.invalidate(id);
    await this.audit.execute({
      action: 'user.updated',
      subjectType: 'user',
      subjectId: id,
      before,
      after: auditedUser(user),
    });
    const view = await this.users.findView(id);
    assertThat(view !== null, 'not_found');
    return view;
  }

  private change(user: User, changes: Omit<UserChanges, 'attributes'>): void {
    const email = changes.email === undefined ? user.email : normalizeEmail(changes.email);
    if (email !== user.email) user.emailVerifiedAt = null;
    // A new date makes the version count up also when only the attributes change.
    Object.assign(user, changes, { email, updatedAt: new Date() });
  }

  private async save(user: User): Promise<void> {
    try {
      await this.users.save(user);
    } catch (error) {
      if (!isDatabaseFault(error, 'unique', 'users_email_key')) throw error;
      throw AppError.forField('already_exists', 'email', 'There is a user with this e-mail address.');
    }
  }
}
