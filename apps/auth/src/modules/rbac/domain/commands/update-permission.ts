import { Injectable } from '@nestjs/common';
import { AuthorizationChanges } from '../../../../core/access/index.js';
import { Transactional } from '../../../../core/database/index.js';
import { assertThat } from '../../../../core/errors/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import { CatalogueRepository } from '../catalogue.repository.js';
import type { PermissionView } from '../rbac.view.js';

/** What may be changed of a permission; its name stands in the code of services, so it stays. */
export interface PermissionChanges {
  readonly description?: string;
  /** Marks it as no longer declared by any code, or takes the mark away. It counts all the same. */
  readonly deprecated?: boolean;
}

/** Changes what is said of a permission. */
@Injectable()
export class UpdatePermission {
  constructor(
    private readonly catalogue: CatalogueRepository,
    private readonly changes: AuthorizationChanges,
    private readonly audit: RecordAuditEvent,
  ) {}

  /** @throws AppError `not_found`, `version_mismatch` */
  @Transactional()
  async execute(
    id: string,
    { description, deprecated }: PermissionChanges,
    expectedVersion?: number,
  ): Promise<PermissionView> {
    await this.changes.serialize();
    const permission = await this.catalogue.findPermissionForUpdate(id);
    assertThat(permission !== null, 'not_found');
    assertThat(expectedVersion === undefined || expectedVersion === permission.version, 'version_mismatch');
    const before = { description: permission.description, deprecatedAt: permission.deprecatedAt };
    if (description !== undefined) permission.description = description;
    if (deprecated === true) permission.deprecatedAt ??= new Date();
    if (deprecated === false) permission.deprecatedAt = null;
    await this.catalogue.savePermission(permission);
    const after = { description: permission.description, deprecatedAt: permission.deprecatedAt };
    await this.audit.execute({
      action: 'permission.updated',
      subjectType: 'permission',
      subjectId: id,
      before,
      after,
    });
    const view = await this.catalogue.findPermissionView(id);
    assertThat(view !== null, 'not_found');
    return view;
  }
}
