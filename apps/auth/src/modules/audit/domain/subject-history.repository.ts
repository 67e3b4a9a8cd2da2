import { Injectable } from '@nestjs/common';
import { Database } from '../../../core/database/index.js';
import { AuditEvent } from './audit-event.entity.js';

/** Something that the audit log tells of. */
export interface AuditedSubject {
  readonly subjectType: string;
  readonly subjectId: string;
}

/** Reads and writes which events concern what. */
@Injectable()
export class SubjectHistoryRepository {
  constructor(private readonly database: Database) {}

  /** Notes whom an event concerns beside its subject. */
  async insert(eventId: string, subjects: readonly AuditedSubject[]): Promise<void> {
    await this.database.query(
      `INSERT INTO audit_log_subjects (subject_type, subject_id, event_id)
       SELECT DISTINCT "subjectType", "subjectId", $1::uuid
       FROM jsonb_to_recordset($2) AS s ("subjectType" text, "subjectId" text)`,
      [eventId, JSON.stringify(subjects)],
    );
  }

  /** The newest first; one row more than the limit, when there is one. Each part reads no more of its index than that. */
  async list(
    { subjectType, subjectId }: AuditedSubject,
    limit: number,
    beforeId: string | null,
  ): Promise<AuditEvent[]> {
    const ids = await this.database.query<{ id: string }>(
      `(SELECT id FROM audit_log
        WHERE subject_type = $1 AND subject_id = $2 AND ($3::uuid IS NULL OR id < $3) ORDER BY id DESC LIMIT $4)
       UNION
       (SELECT event_id FROM audit_log_subjects
        WHERE subject_type = $1 AND subject_id = $2 AND ($3::uuid IS NULL OR event_id < $3) ORDER BY event_id DESC LIMIT $4)
       ORDER BY id DESC LIMIT $4`,
      [subjectType, subjectId, beforeId, limit + 1],
    );
    return this.database
      .repository(AuditEvent)
      .createQueryBuilder('event')
      .where('event.id = ANY (:ids)', { ids: ids.map(({ id }) => id) })
      .orderBy('event.id', 'DESC')
      .getMany();
  }
}
