import { Body, Controller, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RequirePermission } from '../../../core/access/index.js';
import { IfMatch } from '../../../core/http/index.js';
import { ChangeSetting } from '../domain/commands/change-setting.js';
import { ListSettings } from '../domain/queries/list-settings.js';
import { SettingBody, SettingList, SettingParam } from './settings.dto.js';

@ApiTags('system')
@Controller('auth/v1/settings')
export class SettingsController {
  constructor(
    private readonly listSettings: ListSettings,
    private readonly changeSetting: ChangeSetting,
  ) {}

  /** List the settings that can be changed at run time. */
  @Get()
  @RequirePermission('system:read')
  async list(): Promise<SettingList> {
    return { items: (await this.listSettings.execute()) as SettingList['items'] };
  }

  /** Change one, on every instance and until it is reset; `If-Match` names the version that was read. */
  @Put(':name')
  @HttpCode(204)
  @RequirePermission('system:update')
  change(
    @Param() { name }: SettingParam,
    @Body() { value }: SettingBody,
    @IfMatch() version?: number,
  ): Promise<void> {
    return this.changeSetting.execute(name, value, version);
  }

  /** Reset one: the environment's value holds again. */
  @Delete(':name')
  @HttpCode(204)
  @RequirePermission('system:update')
  reset(@Param() { name }: SettingParam, @IfMatch() version?: number): Promise<void> {
    return this.changeSetting.execute(name, null, version);
  }
}
