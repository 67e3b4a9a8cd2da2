import { Injectable } from '@nestjs/common';
import { assertThat } from '../../../../core/errors/index.js';
import type { AuditEvent } from '../audit-event.entity.js';
import { AuditEventRepository } from '../audit-event.repository.js';

/** Reads one event of the audit log. */
@Injectable()
export class GetAuditEvent {
  constructor(private readonly events: AuditEventRepository) {}

  /** @throws AppError `not_found` */
  async execute(id: string): Promise<AuditEvent> {
    const event = await this.events.findOne(id);
    assertThat(event !== null, 'not_found');
    return event;
  }
}
