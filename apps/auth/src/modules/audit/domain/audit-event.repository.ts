import { Injectable } from '@nestjs/common';
import type { QueryDeepPartialEntity } from 'typeorm';
import { Database } from '../../../core/database/index.js';
import { AuditEvent } from './audit-event.entity.js';
import type { AuditListQuery } from './audit-list.js';

/** Adds to the audit log and reads it. */
@Injectable()
export class AuditEventRepository {
  constructor(private readonly database: Database) {}

  async insert(event: Omit<AuditEvent, 'occurredAt'>): Promise<void> {
    await this.database.repository(AuditEvent).insert(event as QueryDeepPartialEntity<AuditEvent>);
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
