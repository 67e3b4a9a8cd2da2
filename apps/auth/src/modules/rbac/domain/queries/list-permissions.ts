import { Injectable } from '@nestjs/common';
import { decodeCursor, type Page, toPage } from '../../../../core/http/page.js';
import { CatalogueRepository } from '../catalogue.repository.js';
import type { PermissionListQuery, PermissionView } from '../rbac.view.js';

const SORT = 'name';

/** Lists the permissions of the catalogue by name. */
@Injectable()
export class ListPermissions {
  constructor(private readonly catalogue: CatalogueRepository) {}

  /** @throws AppError `invalid_cursor` */
  async execute(query: PermissionListQuery): Promise<Page<PermissionView>> {
    const after = query.cursor === undefined ? null : decodeCursor(SORT, query.cursor);
    const rows = await this.catalogue.listPermissions(query, after);
    return toPage(rows, query.limit, SORT, ({ id, name }) => ({ id, value: name }));
  }
}
