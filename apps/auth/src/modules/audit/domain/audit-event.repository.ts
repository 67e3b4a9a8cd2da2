import { Injectable } from '@nestjs/common';
import { Database } from '../../../core/database/index.js';
import { AuditEvent } from './audit-event.entity.js';
import type { AuditListQuery } from './audit-list.js';

/** Adds to the audit log and reads it. */
@Injectable()
export class AuditEventRepository {
  constructor(private readonly database: Database) {}

  /** A plain statement, since each login and each change passes here. */
  async insert(event: Omit<AuditEvent, 'occurredAt'>): Promise<void> {
    await this.database.query(
      `INSERT INTO audit_log (id, action, outcome, actor_id, impersonator_id, subject_type, subject_id, before, after, reason, request_id, ip_address)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        event.id,
        event.action,
        event.outcome,
        event.actorId,
        event.impersonatorId,
        event.subjectType,
        event.subjectId,
        toJson(event.before),
        toJson(event.after),
        event.reason,
        event.requestId,
        event.ipAddress,
      ],
    );
  }

  /** The newest first; one row more than the limit, when there is one. */
  async list(query: AuditListQuery, beforeId: string | null): Promise<AuditEvent[]> {
    const select = this.database
      .repository(AuditEvent)
      .createQueryBuilder('event')
      .orderBy('event.id', 'DESC')
      .limit(query.limit + 1);
    if (beforeId !== null) select.andWhere('event.id < :beforeId', { beforeId });
    for (const name of ['action', 'outcome', 'actorId', 'subjectType', 'subjectId'] as const) {
      if (query[name] !== undefined) select.andWhere(`event.${name} = :${name}`, { [name]: query[name] });
    }
    return select.getMany();
  }

  async findOne(id: string): Promise<AuditEvent | null> {
    return this.database.repository(AuditEvent).findOneBy({ id });
  }
}

/** null stays SQL's null rather than JSON's. */
const toJson = (state: unknown): string | null => (state == null ? null : JSON.stringify(state));
