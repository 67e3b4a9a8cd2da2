import { Injectable } from '@nestjs/common';
import { assertThat } from '../../../../core/errors/index.js';
import { CatalogueRepository } from '../catalogue.repository.js';
import type { PermissionView } from '../rbac.view.js';

/** Reads one permission. */
@Injectable()
export class GetPermission {
  constructor(private readonly catalogue: CatalogueRepository) {}

  /** @throws AppError `not_found` */
  async execute(id: string): Promise<PermissionView> {
    const view = await this.catalogue.findPermissionView(id);
    assertThat(view !== null, 'not_found');
    return view;
  }
}
