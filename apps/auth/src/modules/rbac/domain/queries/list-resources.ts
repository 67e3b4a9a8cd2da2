import { Injectable } from '@nestjs/common';
import { decodeCursor, type Page, toPage } from '../../../../core/http/page.js';
import { CatalogueRepository } from '../catalogue.repository.js';
import type { ResourceListQuery, ResourceView } from '../rbac.view.js';

const SORT = 'key';

/** Lists the resources of the catalogue by key. */
@Injectable()
export class ListResources {
  constructor(private readonly catalogue: CatalogueRepository) {}

  /** @throws AppError `invalid_cursor` */
  async execute(query: ResourceListQuery): Promise<Page<ResourceView>> {
    const after = query.cursor === undefined ? null : decodeCursor(SORT, query.cursor);
    const rows = await this.catalogue.listResources(query, after);
    return toPage(rows, query.limit, SORT, ({ id, key }) => ({ id, value: key }));
  }
}
