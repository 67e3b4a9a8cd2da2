import { Injectable } from '@nestjs/common';
import { Database } from '../../../core/database/index.js';
import { AuditEvent } from './audit-event.entity.js';
import type { AuditListQuery } from './audit-list.js';
import type { AuditOutcome } from './audit-outcome.js';

/** How often something went so on a day (UTC, `2026-03-14`). */
export interface DayCount {
  readonly day: string;
  readonly outcome: AuditOutcome;
  readonly count: number;
}

/** An event that the database gives its time, and the sealing its place. */
export type NewAuditEvent = Omit<AuditEvent, 'occurredAt' | 'position' | 'hash'>;

/** Adds to the audit log and reads it. */
@Injectable()
export class AuditEventRepository {
  constructor(private readonly database: Database) {}

  /** A plain statement, since each login and each change passes here. */
  async insert(event: NewAuditEvent): Promise<void> {
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
    for (const name of EXACT) {
      if (query[name] !== undefined) select.andWhere(`event.${name} = :${name}`, { [name]: query[name] });
    }
    const { from, to } = query;
    if (from !== undefined)
      select
        .andWhere('event.occurredAt >= :from', { from })
        .andWhere('event.id >= :fromId', { fromId: idAt(from.getTime() - DIFFERENCE_MS) });
    if (to !== undefined)
      select
        .andWhere('event.occurredAt < :to', { to })
        .andWhere('event.id < :toId', { toId: idAt(to.getTime() + DIFFERENCE_MS) });
    return select.getMany();
  }

  /** An id begins with the milliseconds of its time, so that the index by action and id finds the days. */
  countByDay(action: string, days: number): Promise<DayCount[]> {
    return this.database.query<DayCount>(
      `WITH since AS (SELECT date_trunc('day', now() AT TIME ZONE 'UTC') AT TIME ZONE 'UTC' - make_interval(days => $2 - 1) AS at)
       SELECT to_char(occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day, outcome, count(*)::int AS count
       FROM audit_log, since
       WHERE action = $1 AND occurred_at >= since.at
         AND id >= rpad(lpad(to_hex((extract(epoch FROM since.at) * 1000)::bigint), 12, '0'), 32, '0')::uuid
       GROUP BY 1, 2 ORDER BY 1`,
      [action, days],
    );
  }

  async findOne(id: string): Promise<AuditEvent | null> {
    return this.database.repository(AuditEvent).findOneBy({ id });
  }
}

/** What is asked for as it stands in the log. */
const EXACT = [
  'action',
  'outcome',
  'actorId',
  'impersonatorId',
  'subjectType',
  'subjectId',
  'requestId',
] as const;

/** So far the clock that gives ids may be from the database's, which gives times. */
const DIFFERENCE_MS = 86_400_000;

/** The first id of a millisecond: it begins with the time, and the list is ordered by it. */
function idAt(time: number): string {
  const hex = Math.min(Math.max(0, time), 0xffffffffffff).toString(16).padStart(12, '0').padEnd(32, '0');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** null stays SQL's null rather than JSON's. */
const toJson = (state: unknown): string | null => (state == null ? null : JSON.stringify(state));
