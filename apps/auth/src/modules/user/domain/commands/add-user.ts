import { Injectable } from '@nestjs/common';
import { isDatabaseFault, newId, Transactional } from '../../../../core/database/index.js';
import { AppError } from '../../../../core/errors/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import { normalizeEmail } from '../email-address.js';
import { ProfileSchema } from '../profile-schema.js';
import { UserRepository } from '../user.repository.js';
import type { NewUser, UserView } from '../user.view.js';

/** What is known of a new user beside their data. */
export interface UserProof {
  /** null: nobody logs in with a password until one is set. */
  readonly passwordHash: string | null;
  /** Whether it was shown that the address is theirs. */
  readonly emailVerified: boolean;
}

/** Adds a user whose password, if any, was checked and hashed already. */
@Injectable()
export class AddUser {
  constructor(
    private readonly users: UserRepository,
    private readonly schema: ProfileSchema,
    private readonly audit: RecordAuditEvent,
  ) {}

  /** @throws AppError `already_exists`, `invalid_attributes` */
  @Transactional()
  async execute(user: Omit<NewUser, 'password'>, proof: UserProof): Promise<UserView> {
    const { attributes, ...core } = user;
    this.schema.assertValid(attributes ?? {});
    const id = newId();
    const emailVerifiedAt = proof.emailVerified ? new Date() : null;
    try {
      await this.users.insert({ id, ...core, email: normalizeEmail(core.email), emailVerifiedAt });
    } catch (error) {
      if (!isDatabaseFault(error, 'unique', 'users_email_key')) throw error;
      throw AppError.forField('already_exists', 'email', 'There is a user with this e-mail address.');
    }
    if (attributes !== undefined) await this.users.saveAttributes(id, attributes);
    if (proof.passwordHash !== null)
      await this.users.savePassword(id, { hash: proof.passwordHash, needsSecondFactor: false });
    const view = await this.users.findView(id);
    if (view === null) throw new Error('the user just made is gone');
    const { email, emailVerified, displayName, givenName, familyName, locale, status } = view;
    await this.audit.execute({
      action: 'user.created',
      subjectType: 'user',
      subjectId: id,
      after: { email, emailVerified, displayName, givenName, familyName, locale, status },
    });
    return view;
  }
}
