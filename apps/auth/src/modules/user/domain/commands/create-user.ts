import { Injectable } from '@nestjs/common';
import { PasswordHasher } from '../../../../core/crypto/index.js';
import { isDatabaseFault, newId, Transactional } from '../../../../core/database/index.js';
import { AppError } from '../../../../core/errors/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import { normalizeEmail } from '../email-address.js';
import { assertAcceptablePassword } from '../password-policy.js';
import { ProfileSchema } from '../profile-schema.js';
import { UserRepository } from '../user.repository.js';
import type { NewUser, UserView } from '../user.view.js';

/** Makes a user. Without a password nobody can log in with one until it is set. */
@Injectable()
export class CreateUser {
  constructor(
    private readonly users: UserRepository,
    private readonly hasher: PasswordHasher,
    private readonly schema: ProfileSchema,
    private readonly audit: RecordAuditEvent,
  ) {}

  /** @throws AppError `already_exists`, `weak_password`, `invalid_attributes` */
  async execute(user: NewUser): Promise<UserView> {
    const email = normalizeEmail(user.email);
    this.schema.assertValid(user.attributes ?? {});
    if (user.password !== undefined) assertAcceptablePassword(user.password, [email]);
    // Outside of the transaction: a hash takes its time, and a waiting connection is of no use to anybody.
    const hash = user.password === undefined ? null : await this.hasher.hash(user.password);
    return this.store({ ...user, email }, hash);
  }

  @Transactional()
  protected async store(user: NewUser, hash: string | null): Promise<UserView> {
    const { password: _, attributes, ...core } = user;
    const id = newId();
    try {
      await this.users.insert({ id, ...core });
    } catch (error) {
      if (!isDatabaseFault(error, 'unique', 'users_email_key')) throw error;
      throw AppError.forField('already_exists', 'email', 'There is a user with this e-mail address.');
    }
    if (attributes !== undefined) await this.users.saveAttributes(id, attributes);
    if (hash !== null) await this.users.savePasswordHash(id, hash);
    const view = await this.users.findView(id);
    if (view === null) throw new Error('the user just made is gone');
    const { email, displayName, givenName, familyName, locale, status } = view;
    await this.audit.execute({
      action: 'user.created',
      subjectType: 'user',
      subjectId: id,
      after: { email, displayName, givenName, familyName, locale, status },
    });
    return view;
  }
}
