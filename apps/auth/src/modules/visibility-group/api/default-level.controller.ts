import { Body, Controller, Delete, Get, HttpCode, Param, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RequirePermission } from '../../../core/access/index.js';
import { UuidParam } from '../../../core/http/index.js';
import { ClearDefaultLevel } from '../domain/commands/clear-default-level.js';
import { SetDefaultLevel } from '../domain/commands/set-default-level.js';
import { FindEffectiveDefault } from '../domain/queries/find-effective-default.js';
import { ListDefaultLevels } from '../domain/queries/list-default-levels.js';
import {
  type DefaultLevelPage,
  DefaultLevelRequest,
  type DefaultLevelResponse,
  EffectiveDefaultQuery,
  type EffectiveDefaultResponse,
} from './default-level.dto.js';
import { VisibilityGroupQuery } from './visibility-group.dto.js';

@ApiTags('visibility groups')
@Controller('auth/v1/visibility-groups/:id')
export class DefaultLevelController {
  constructor(
    private readonly listDefaultLevels: ListDefaultLevels,
    private readonly findEffectiveDefault: FindEffectiveDefault,
    private readonly setDefaultLevel: SetDefaultLevel,
    private readonly clearDefaultLevel: ClearDefaultLevel,
  ) {}

  /** List what a visibility group itself says of new items. */
  @Get('defaults')
  @RequirePermission('visibility_group:read')
  list(@UuidParam() id: string, @Query() query: VisibilityGroupQuery): Promise<DefaultLevelPage> {
    return this.listDefaultLevels.execute(id, query) as Promise<DefaultLevelPage>;
  }

  /** See how widely a new item of a type is seen, and which group says so. */
  @Get('effective-defaults')
  @RequirePermission('visibility_group:read')
  effective(
    @UuidParam() id: string,
    @Query() { type }: EffectiveDefaultQuery,
  ): Promise<EffectiveDefaultResponse> {
    return this.findEffectiveDefault.execute(id, type);
  }

  /** Say how widely new items of a type are seen. */
  @Put('defaults/:type')
  @RequirePermission('visibility_group:update')
  set(
    @UuidParam() id: string,
    @Param('type') type: string,
    @Body() { level }: DefaultLevelRequest,
  ): Promise<DefaultLevelResponse> {
    return this.setDefaultLevel.execute(id, type, level);
  }

  /** Let the groups above say how widely new items of a type are seen. */
  @Delete('defaults/:type')
  @HttpCode(204)
  @RequirePermission('visibility_group:update')
  clear(@UuidParam() id: string, @Param('type') type: string): Promise<void> {
    return this.clearDefaultLevel.execute(id, type);
  }
}
