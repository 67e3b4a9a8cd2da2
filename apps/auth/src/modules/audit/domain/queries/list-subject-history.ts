import { Injectable } from '@nestjs/common';
import { decodeCursor, type Page, toPage } from '../../../../core/http/page.js';
import type { AuditEvent } from '../audit-event.entity.js';
import { type AuditedSubject, SubjectHistoryRepository } from '../subject-history.repository.js';

const SORT = '-id';

/** Lists what happened to something, and to others because of it, the newest first. */
@Injectable()
export class ListSubjectHistory {
  constructor(private readonly history: SubjectHistoryRepository) {}

  /** @throws AppError `invalid_cursor` */
  async execute(
    subject: AuditedSubject,
    { limit, cursor }: { readonly limit: number; readonly cursor?: string },
  ): Promise<Page<AuditEvent>> {
    const after = cursor === undefined ? null : decodeCursor(SORT, cursor);
    const rows = await this.history.list(subject, limit, after?.id ?? null);
    return toPage(rows, limit, SORT, (event) => ({ value: null, id: event.id }));
  }
}
