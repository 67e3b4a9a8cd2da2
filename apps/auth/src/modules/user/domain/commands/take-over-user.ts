import { Injectable } from '@nestjs/common';
import { Authenticators, PendingAccountChanges, SessionTerminator } from '../../../../core/access/index.js';
import { Transactional } from '../../../../core/database/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import { GetUser } from '../queries/get-user.js';
import { UserRepository } from '../user.repository.js';
import { ConfirmUserEmail } from './confirm-user-email.js';

/**
 * Gives an account, whose address nobody had confirmed, to whoever has now shown that the address is theirs. Somebody
 * else may have made it in advance: their password, sessions, second factors and links are worth nothing any more.
 */
@Injectable()
export class TakeOverUser {
  constructor(
    private readonly getUser: GetUser,
    private readonly users: UserRepository,
    private readonly confirmUserEmail: ConfirmUserEmail,
    private readonly sessions: SessionTerminator,
    private readonly authenticators: Authenticators,
    private readonly pendingChanges: PendingAccountChanges,
    private readonly audit: RecordAuditEvent,
  ) {}

  /** @throws AppError `not_found` */
  @Transactional()
  async execute(id: string): Promise<void> {
    const { email } = await this.getUser.execute(id);
    await this.users.removePassword(id);
    await this.sessions.endAllOf(id, 'taken_over');
    await this.authenticators.removeAllOf(id);
    await this.pendingChanges.cancelAllOf(id);
    await this.confirmUserEmail.execute(id, email);
    await this.audit.execute({ action: 'user.taken_over', subjectType: 'user', subjectId: id });
  }
}
