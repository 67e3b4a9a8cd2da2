import { Injectable } from '@nestjs/common';
import { AuditEventRepository, type DayCount } from '../audit-event.repository.js';

/** Counts how an action went on each of the last days, today included, by days of UTC. Days without any are left out. */
@Injectable()
export class CountAuditEventsByDay {
  constructor(private readonly events: AuditEventRepository) {}

  execute(action: string, days: number): Promise<DayCount[]> {
    return this.events.countByDay(action, days);
  }
}
