import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RequirePermission } from '../../../core/access/index.js';
import { UuidParam } from '../../../core/http/index.js';
import { GetAuditEvent } from '../domain/queries/get-audit-event.js';
import { ListAuditEvents } from '../domain/queries/list-audit-events.js';
import { type AuditEventResponse, AuditPage, AuditQuery } from './audit.dto.js';

@ApiTags('audit log')
@Controller('auth/v1/audit-log')
export class AuditController {
  constructor(
    private readonly listEvents: ListAuditEvents,
    private readonly getEvent: GetAuditEvent,
  ) {}

  /** List what happened, the newest first. */
  @Get()
  @RequirePermission('audit:read')
  list(@Query() query: AuditQuery): Promise<AuditPage> {
    return this.listEvents.execute(query) as Promise<AuditPage>;
  }

  /** Read one event. */
  @Get(':id')
  @RequirePermission('audit:read')
  find(@UuidParam() id: string): Promise<AuditEventResponse> {
    return this.getEvent.execute(id);
  }
}
