import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RequirePermission } from '../../../core/access/index.js';
import { PageQuery } from '../../../core/http/page.dto.js';
import { ExportUserPage } from '../domain/commands/export-user-page.js';
import { ImportUserRecords } from '../domain/commands/import-user-records.js';
import { type ExportPage, ImportUsersRequest, type ImportUsersResponse } from './user-transfer.dto.js';

@ApiTags('users')
@Controller('auth/v1/users')
export class UserTransferController {
  constructor(
    private readonly importRecords: ImportUserRecords,
    private readonly exportPage: ExportUserPage,
  ) {}

  /** Import up to 500 users, with their password hashes. Whoever is there already stays as they are. Roles need `role:assign`. */
  @Post('import')
  @HttpCode(200)
  @RequirePermission('user:create')
  import(@Body() { records, dryRun, ...rest }: ImportUsersRequest): Promise<ImportUsersResponse> {
    return this.importRecords.execute({
      ...rest,
      isDryRun: dryRun,
      records: records.map((fields) => ({ fields })),
    }) as Promise<ImportUsersResponse>;
  }

  /** Export all users page by page, in the form in which they can be imported; never what they log in with. */
  @Get('export')
  @RequirePermission('user:read')
  export(@Query() { limit, cursor }: PageQuery): Promise<ExportPage> {
    return this.exportPage.execute(limit, cursor) as Promise<ExportPage>;
  }
}
