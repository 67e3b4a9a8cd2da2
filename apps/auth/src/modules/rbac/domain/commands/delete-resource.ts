import { Injectable } from '@nestjs/common';
import { isDatabaseFault, Transactional } from '../../../../core/database/index.js';
import { AppError, assertThat } from '../../../../core/errors/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import { CatalogueRepository } from '../catalogue.repository.js';

/** Deletes a resource that has no permissions any more. */
@Injectable()
export class DeleteResource {
  constructor(
    private readonly catalogue: CatalogueRepository,
    private readonly audit: RecordAuditEvent,
  ) {}

  /** @throws AppError `not_found`, `version_mismatch`, `still_in_use` */
  @Transactional()
  async execute(id: string, expectedVersion?: number): Promise<void> {
    const resource = await this.catalogue.findResourceForUpdate(id);
    assertThat(resource !== null, 'not_found');
    assertThat(expectedVersion === undefined || expectedVersion === resource.version, 'version_mismatch');
    try {
      await this.catalogue.deleteResource(id);
    } catch (error) {
      if (!isDatabaseFault(error, 'foreign_key')) throw error;
      throw new AppError('still_in_use', { detail: 'Delete its permissions first.' });
    }
    const { key, service, description } = resource;
    await this.audit.execute({
      action: 'resource.deleted',
      subjectType: 'resource',
      subjectId: id,
      before: { key, service, description },
    });
  }
}
