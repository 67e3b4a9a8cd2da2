import { Injectable } from '@nestjs/common';
import { PermissionSet } from '@auth-service/authorization';
import { AccessPolicy, AuthorizationChanges, PermissionCatalogue } from '../../../../core/access/index.js';
import { isDatabaseFault, Transactional } from '../../../../core/database/index.js';
import { AppError, assertThat } from '../../../../core/errors/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import { CatalogueRepository } from '../catalogue.repository.js';

/** Deletes a permission that no role names any more. The service's own stay: its routes ask for them. */
@Injectable()
export class DeletePermission {
  constructor(
    private readonly catalogue: CatalogueRepository,
    private readonly declared: PermissionCatalogue,
    private readonly access: AccessPolicy,
    private readonly changes: AuthorizationChanges,
    private readonly audit: RecordAuditEvent,
  ) {}

  /** @throws AppError `not_found`, `version_mismatch`, `still_in_use`, `escalation_refused` */
  @Transactional()
  async execute(id: string, expectedVersion?: number): Promise<void> {
    await this.changes.serialize();
    const permission = await this.catalogue.findPermissionForUpdate(id);
    assertThat(permission !== null, 'not_found');
    assertThat(expectedVersion === undefined || expectedVersion === permission.version, 'version_mismatch');
    assertThat(!this.declared.has(permission.name), 'still_in_use', {
      detail: 'The service itself uses this permission.',
    });
    // Without `deal:update_any`, `deal:update` covers everybody's deals.
    if (permission.name.endsWith('_any'))
      await this.access.assertMayBestow(new PermissionSet([permission.name]), 'rbac:escalate');
    try {
      await this.catalogue.deletePermission(id);
    } catch (error) {
      if (!isDatabaseFault(error, 'foreign_key')) throw error;
      throw new AppError('still_in_use', { detail: 'Take it from every role first.' });
    }
    await this.changes.note('catalogue');
    const { name, description } = permission;
    await this.audit.execute({
      action: 'permission.deleted',
      subjectType: 'permission',
      subjectId: id,
      before: { name, description },
    });
  }
}
