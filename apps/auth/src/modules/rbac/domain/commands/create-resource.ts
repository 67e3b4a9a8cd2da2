import { Injectable } from '@nestjs/common';
import { AuthorizationChanges } from '../../../../core/access/index.js';
import { isDatabaseFault, newId, Transactional } from '../../../../core/database/index.js';
import { AppError, assertThat } from '../../../../core/errors/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import { CatalogueRepository } from '../catalogue.repository.js';
import type { ResourceView } from '../rbac.view.js';

/** What may be said of a new resource. */
export interface NewResource {
  /** `[a-z][a-z0-9_]*` */
  readonly key: string;
  readonly service: string;
  readonly description?: string;
}

/** Adds a resource to the catalogue. */
@Injectable()
export class CreateResource {
  constructor(
    private readonly catalogue: CatalogueRepository,
    private readonly changes: AuthorizationChanges,
    private readonly audit: RecordAuditEvent,
  ) {}

  /** @throws AppError `already_exists` */
  @Transactional()
  async execute({ key, service, description = '' }: NewResource): Promise<ResourceView> {
    await this.changes.serialize();
    const id = newId();
    try {
      await this.catalogue.insertResource({ id, key, service, description });
    } catch (error) {
      if (!isDatabaseFault(error, 'unique', 'resources_key_key')) throw error;
      throw AppError.forField('already_exists', 'key', 'There is a resource with this key.');
    }
    const resource = await this.catalogue.findResource(id);
    assertThat(resource !== null, 'not_found');
    await this.audit.execute({
      action: 'resource.created',
      subjectType: 'resource',
      subjectId: id,
      after: { key, service, description },
    });
    return resource;
  }
}
