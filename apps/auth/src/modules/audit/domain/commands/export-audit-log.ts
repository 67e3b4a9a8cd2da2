import { Injectable } from '@nestjs/common';
import { formatHeader, formatRecords, type RecordFormat } from '../../../../core/records/index.js';
import type { AuditEvent } from '../audit-event.entity.js';
import { AuditEventRepository } from '../audit-event.repository.js';
import type { AuditFilter } from '../audit-list.js';
import { RecordAuditEvent } from './record-audit-event.js';

const PAGE = 1000;

const columns: readonly (keyof AuditEvent)[] = [
  'id',
  'occurredAt',
  'action',
  'outcome',
  'actorId',
  'impersonatorId',
  'subjectType',
  'subjectId',
  'before',
  'after',
  'reason',
  'requestId',
  'ipAddress',
  'position',
];

const mediaTypes: Readonly<Record<RecordFormat, string>> = {
  jsonl: 'application/jsonl; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
};

/** A file that is made while it is read. */
export interface AuditExport {
  readonly name: string;
  readonly mediaType: string;
  readonly chunks: AsyncIterable<string>;
}

/** Exports the audit log, the newest events first; the log tells of it. */
@Injectable()
export class ExportAuditLog {
  constructor(
    private readonly events: AuditEventRepository,
    private readonly audit: RecordAuditEvent,
  ) {}

  async execute(filter: AuditFilter, format: RecordFormat): Promise<AuditExport> {
    // Read here, so that a failure is told before the file has begun.
    const first = await this.events.list({ ...filter, limit: PAGE }, null);
    await this.audit.execute({
      action: 'audit_log.exported',
      subjectType: 'audit_log',
      subjectId: null,
      after: { format, filter },
    });
    const day = new Date().toISOString().slice(0, 10);
    return {
      name: `audit-log-${day}.${format}`,
      mediaType: mediaTypes[format],
      chunks: this.chunks(filter, format, first),
    };
  }

  private async *chunks(
    filter: AuditFilter,
    format: RecordFormat,
    first: readonly AuditEvent[],
  ): AsyncGenerator<string> {
    yield formatHeader(format, columns);
    for (let rows = first; ;) {
      const page = rows.slice(0, PAGE);
      yield formatRecords(format, columns, page.map(toFields));
      const last = page.at(-1);
      if (rows.length <= PAGE || last === undefined) return;
      rows = await this.events.list({ ...filter, limit: PAGE }, last.id);
    }
  }
}

const toFields = (event: AuditEvent): Record<string, unknown> =>
  Object.fromEntries(columns.map((name) => [name, event[name]]));
