import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Readable } from 'node:stream';
import { RequirePermission } from '../../../core/access/index.js';
import { UuidParam } from '../../../core/http/index.js';
import { ExportAuditLog } from '../domain/commands/export-audit-log.js';
import { GetAuditEvent } from '../domain/queries/get-audit-event.js';
import { ListAuditEvents } from '../domain/queries/list-audit-events.js';
import { VerifyAuditChain } from '../domain/queries/verify-audit-chain.js';
import { type AuditEventResponse, AuditExportQuery, AuditPage, AuditQuery } from './audit.dto.js';
import { ChainCheckResponse, VerificationQuery } from './verification.dto.js';

@ApiTags('audit log')
@Controller('auth/v1/audit-log')
export class AuditController {
  constructor(
    private readonly listEvents: ListAuditEvents,
    private readonly getEvent: GetAuditEvent,
    private readonly exportLog: ExportAuditLog,
    private readonly verifyChain: VerifyAuditChain,
  ) {}

  /** List what happened, the newest first. */
  @Get()
  @RequirePermission('audit:read')
  list(@Query() query: AuditQuery): Promise<AuditPage> {
    return this.listEvents.execute(query) as Promise<AuditPage>;
  }

  /** Export what fits, the newest first, as a file of any size. The export stands in the log itself. */
  @Get('export')
  @RequirePermission('audit:export')
  @ApiProduces('application/jsonl', 'text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  async export(@Query() { format, ...filter }: AuditExportQuery): Promise<StreamableFile> {
    const { name, mediaType, chunks } = await this.exportLog.execute(filter, format);
    const file = Readable.from(chunks, { objectMode: false });
    return new StreamableFile(file, { type: mediaType, disposition: `attachment; filename="${name}"` });
  }

  /** Verify a part of the chain. Ask again with `after` as `verified` until it is complete. */
  @Get('verification')
  @RequirePermission('audit:verify')
  verify(@Query() { after, limit }: VerificationQuery): Promise<ChainCheckResponse> {
    return this.verifyChain.execute(after, limit);
  }

  /** Read one event. */
  @Get(':id')
  @RequirePermission('audit:read')
  find(@UuidParam() id: string): Promise<AuditEventResponse> {
    return this.getEvent.execute(id);
  }
}
