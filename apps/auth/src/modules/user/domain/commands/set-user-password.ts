import { Injectable } from '@nestjs/common';
import { AccessPolicy, SessionTerminator } from '../../../../core/access/index.js';
import { PasswordHasher } from '../../../../core/crypto/index.js';
import { Transactional } from '../../../../core/database/index.js';
import { assertThat } from '../../../../core/errors/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import { assertAcceptablePassword } from '../password-policy.js';
import { UserRepository } from '../user.repository.js';

/** Sets a user's password as an administrator. All sessions end. */
@Injectable()
export class SetUserPassword {
  constructor(
    private readonly users: UserRepository,
    private readonly hasher: PasswordHasher,
    private readonly access: AccessPolicy,
    private readonly sessions: SessionTerminator,
    private readonly audit: RecordAuditEvent,
  ) {}

  /** @throws AppError `not_found`, `weak_password`, `escalation_refused` */
  async execute(id: string, password: string): Promise<void> {
    const user = await this.users.findView(id);
    assertThat(user !== null, 'not_found');
    await this.access.assertCovers(id);
    assertAcceptablePassword(password, [user.email]);
    await this.store(id, await this.hasher.hash(password));
  }

  @Transactional()
  protected async store(id: string, hash: string): Promise<void> {
    assertThat((await this.users.findForUpdate(id)) !== null, 'not_found');
    await this.users.savePasswordHash(id, hash);
    await this.sessions.endAllOf(id, 'password_changed');
    await this.audit.execute({ action: 'user.password_set', subjectType: 'user', subjectId: id });
  }
}
