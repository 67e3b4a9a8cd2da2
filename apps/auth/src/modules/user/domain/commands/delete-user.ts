import { Injectable } from '@nestjs/common';
import {
  AccessPolicy,
  AuthorizationChanges,
  Authenticators,
  SessionTerminator,
} from '../../../../core/access/index.js';
import { Transactional } from '../../../../core/database/index.js';
import { assertThat } from '../../../../core/errors/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import { auditedUser } from '../audited-user.js';
import { UserCache } from '../user-cache.js';
import { UserRepository } from '../user.repository.js';

/** Deletes a user softly: password, second factors and attributes are gone at once, the row stays for what refers to it. */
@Injectable()
export class DeleteUser {
  constructor(
    private readonly users: UserRepository,
    private readonly access: AccessPolicy,
    private readonly changes: AuthorizationChanges,
    private readonly sessions: SessionTerminator,
    private readonly authenticators: Authenticators,
    private readonly cache: UserCache,
    private readonly audit: RecordAuditEvent,
  ) {}

  /** @throws AppError `not_found`, `version_mismatch`, `escalation_refused`, `last_superuser` */
  @Transactional()
  async execute(id: string, expectedVersion?: number): Promise<void> {
    await this.changes.serialize();
    const user = await this.users.findForUpdate(id);
    assertThat(user !== null, 'not_found');
    await this.access.assertCovers(id);
    assertThat(expectedVersion === undefined || expectedVersion === user.version, 'version_mismatch');
    await this.users.softDelete(id);
    await this.users.removePassword(id);
    await this.users.removeProfile(id);
    await this.authenticators.removeAllOf(id);
    await this.sessions.endAllOf(id, 'user_deleted');
    await this.access.assertSuperuserRemains();
    await this.changes.note('user', [id]);
    await this.cache.invalidate(id);
    await this.audit.execute({
      action: 'user.deleted',
      subjectType: 'user',
      subjectId: id,
      before: auditedUser(user),
    });
  }
}
