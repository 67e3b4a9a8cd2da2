import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RequirePermission } from '../../../core/access/index.js';
import { IfMatch, UuidParam } from '../../../core/http/index.js';
import { DeleteSeparationOfDuty } from '../domain/commands/delete-separation-of-duty.js';
import { SaveSeparationOfDuty } from '../domain/commands/save-separation-of-duty.js';
import { ListSeparationOfDuty } from '../domain/queries/list-separation-of-duty.js';
import {
  CreateSeparationOfDutyRequest,
  type SeparationOfDutyPage,
  type SeparationOfDutyResponse,
  UpdateSeparationOfDutyRequest,
} from './assignment.dto.js';
import { SeparationOfDutyQuery } from './list-query.dto.js';

@ApiTags('separation of duty')
@Controller('auth/v1/separation-of-duty')
export class SeparationOfDutyController {
  constructor(
    private readonly listSeparationOfDuty: ListSeparationOfDuty,
    private readonly saveSeparationOfDuty: SaveSeparationOfDuty,
    private readonly deleteSeparationOfDuty: DeleteSeparationOfDuty,
  ) {}

  /** List rules of separation of duty. */
  @Get()
  @RequirePermission('separation_of_duty:read')
  list(@Query() query: SeparationOfDutyQuery): Promise<SeparationOfDutyPage> {
    return this.listSeparationOfDuty.execute(query) as Promise<SeparationOfDutyPage>;
  }

  /** Make a rule of separation of duty. */
  @Post()
  @RequirePermission('separation_of_duty:create')
  create(@Body() terms: CreateSeparationOfDutyRequest): Promise<SeparationOfDutyResponse> {
    return this.saveSeparationOfDuty.create(terms) as Promise<SeparationOfDutyResponse>;
  }

  /** Read a rule of separation of duty. */
  @Get(':id')
  @RequirePermission('separation_of_duty:read')
  find(@UuidParam() id: string): Promise<SeparationOfDutyResponse> {
    return this.listSeparationOfDuty.one(id) as Promise<SeparationOfDutyResponse>;
  }

  /** Change a rule of separation of duty. */
  @Patch(':id')
  @RequirePermission('separation_of_duty:update')
  update(
    @UuidParam() id: string,
    @Body() changes: UpdateSeparationOfDutyRequest,
    @IfMatch() version?: number,
  ): Promise<SeparationOfDutyResponse> {
    return this.saveSeparationOfDuty.update(id, changes, version) as Promise<SeparationOfDutyResponse>;
  }

  /** Delete a rule of separation of duty. */
  @Delete(':id')
  @HttpCode(204)
  @RequirePermission('separation_of_duty:delete')
  remove(@UuidParam() id: string, @IfMatch() version?: number): Promise<void> {
    return this.deleteSeparationOfDuty.execute(id, version);
  }
}
