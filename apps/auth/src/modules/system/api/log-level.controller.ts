import { Body, Controller, Get, HttpCode, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RequirePermission } from '../../../core/access/index.js';
import { AppLogger } from '../../../core/telemetry/index.js';
import { ChangeLogLevel } from '../domain/commands/change-log-level.js';
import { LogLevelBody } from './system.dto.js';

@ApiTags('system')
@Controller('auth/v1/log-level')
export class LogLevelController {
  constructor(
    private readonly logger: AppLogger,
    private readonly changeLogLevel: ChangeLogLevel,
  ) {}

  /** See the least severity that this instance logs. */
  @Get()
  @RequirePermission('system:read')
  find(): LogLevelBody {
    return { level: this.logger.level };
  }

  /** Change it, at once and until this instance is started again. */
  @Put()
  @HttpCode(204)
  @RequirePermission('system:update')
  change(@Body() { level }: LogLevelBody): Promise<void> {
    return this.changeLogLevel.execute(level);
  }
}
