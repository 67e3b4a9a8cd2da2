import { Injectable } from '@nestjs/common';
import { AuthorizationChanges } from '../../../../core/access/index.js';
import { Transactional } from '../../../../core/database/index.js';
import { assertThat } from '../../../../core/errors/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import { CatalogueRepository } from '../catalogue.repository.js';
import type { ResourceView } from '../rbac.view.js';

/** What may be changed of a resource; its key stands in the code of services, so it stays. */
export interface ResourceChanges {
  readonly service?: string;
  readonly description?: string;
}

/** Changes the description of a resource, or the service that it belongs to. */
@Injectable()
export class UpdateResource {
  constructor(
    private readonly catalogue: CatalogueRepository,
    private readonly changes: AuthorizationChanges,
    private readonly audit: RecordAuditEvent,
  ) {}

  /** @throws AppError `not_found`, `version_mismatch` */
  @Transactional()
  async execute(id: string, changes: ResourceChanges, expectedVersion?: number): Promise<ResourceView> {
    await this.changes.serialize();
    const resource = await this.catalogue.findResourceForUpdate(id);
    assertThat(resource !== null, 'not_found');
    assertThat(expectedVersion === undefined || expectedVersion === resource.version, 'version_mismatch');
    const before = { service: resource.service, description: resource.description };
    Object.assign(resource, changes);
    await this.catalogue.saveResource(resource);
    const after = { service: resource.service, description: resource.description };
    await this.audit.execute({
      action: 'resource.updated',
      subjectType: 'resource',
      subjectId: id,
      before,
      after,
    });
    return resource;
  }
}
