import { Injectable } from '@nestjs/common';
import type { PermissionName } from '@auth-service/authorization';
import { AuthorizationChanges } from '../../../../core/access/index.js';
import { isDatabaseFault, newId, Transactional } from '../../../../core/database/index.js';
import { AppError, assertThat } from '../../../../core/errors/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import { CatalogueRepository } from '../catalogue.repository.js';
import type { PermissionView } from '../rbac.view.js';

/** What may be said of a new permission. */
export interface NewPermission {
  /** Key of a resource in the catalogue. */
  readonly resource: string;
  /** `[a-z][a-z0-9_]*` */
  readonly action: string;
  readonly description?: string;
}

/** Adds a permission to the catalogue. Roles with a wildcard that matches it hold it at once. */
@Injectable()
export class CreatePermission {
  constructor(
    private readonly catalogue: CatalogueRepository,
    private readonly changes: AuthorizationChanges,
    private readonly audit: RecordAuditEvent,
  ) {}

  /** @throws AppError `already_exists`, `invalid_request` for an unknown resource */
  @Transactional()
  async execute({ resource: key, action, description = '' }: NewPermission): Promise<PermissionView> {
    await this.changes.serialize();
    const resource = await this.catalogue.findResourceByKey(key);
    if (resource === null)
      throw AppError.forField('invalid_request', 'resource', 'There is no resource with this key.');
    const id = newId();
    const name: PermissionName = `${key}:${action}`;
    try {
      await this.catalogue.insertPermission({ id, resourceId: resource.id, action, name, description });
    } catch (error) {
      if (!isDatabaseFault(error, 'unique')) throw error;
      throw AppError.forField('already_exists', 'action', 'There is a permission with this name.');
    }
    await this.changes.note('catalogue');
    await this.audit.execute({
      action: 'permission.created',
      subjectType: 'permission',
      subjectId: id,
      after: { name, description },
    });
    const view = await this.catalogue.findPermissionView(id);
    assertThat(view !== null, 'not_found');
    return view;
  }
}
