import { Injectable } from '@nestjs/common';
import { AuthorizationChanges } from '../../../../core/access/index.js';
import { Transactional } from '../../../../core/database/index.js';
import { assertThat } from '../../../../core/errors/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import { SeparationOfDutyRepository } from '../separation-of-duty.repository.js';

/** Deletes a rule of separation of duty: its roles may be had together from then on. */
@Injectable()
export class DeleteSeparationOfDuty {
  constructor(
    private readonly sets: SeparationOfDutyRepository,
    private readonly changes: AuthorizationChanges,
    private readonly audit: RecordAuditEvent,
  ) {}

  /** @throws AppError `not_found`, `version_mismatch` */
  @Transactional()
  async execute(id: string, expectedVersion?: number): Promise<void> {
    await this.changes.serialize();
    const before = await this.sets.findView(id);
    assertThat(before !== null, 'not_found');
    assertThat(expectedVersion === undefined || expectedVersion === before.version, 'version_mismatch');
    await this.sets.delete(id);
    await this.audit.execute({
      action: 'separation_of_duty.deleted',
      subjectType: 'separation_of_duty',
      subjectId: id,
      before,
    });
  }
}
