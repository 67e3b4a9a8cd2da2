import { Injectable } from '@nestjs/common';
import { assertThat } from '../../../../core/errors/index.js';
import { CatalogueRepository } from '../catalogue.repository.js';
import type { ResourceView } from '../rbac.view.js';

/** Reads one resource. */
@Injectable()
export class GetResource {
  constructor(private readonly catalogue: CatalogueRepository) {}

  /** @throws AppError `not_found` */
  async execute(id: string): Promise<ResourceView> {
    const resource = await this.catalogue.findResource(id);
    assertThat(resource !== null, 'not_found');
    return resource;
  }
}
