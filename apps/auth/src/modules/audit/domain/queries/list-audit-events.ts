import { Injectable } from '@nestjs/common';
import { decodeCursor, type Page, toPage } from '../../../../core/http/page.js';
import type { AuditEvent } from '../audit-event.entity.js';
import type { AuditListQuery } from '../audit-list.js';
import { AuditEventRepository } from '../audit-event.repository.js';

const SORT = '-id';

/** Lists the audit log, the newest first. */
@Injectable()
export class ListAuditEvents {
  constructor(private readonly events: AuditEventRepository) {}

  async execute(query: AuditListQuery): Promise<Page<AuditEvent>> {
    const after = query.cursor === undefined ? null : decodeCursor(SORT, query.cursor);
    const rows = await this.events.list(query, after?.id ?? null);
    return toPage(rows, query.limit, SORT, (event) => ({ value: null, id: event.id }));
  }
}
