import { Injectable } from '@nestjs/common';
import {
  type AppConfig,
  camelCase,
  InjectConfig,
  readSetting,
  type RunTimeSettingName,
  runTimeSettingNames,
  runTimeSettings,
  settingDescription,
  settingShape,
  settingText,
} from '../../../../core/config/index.js';
import { type Setting, SettingRepository } from '../../../../core/settings/index.js';
import type { SettingView } from '../setting.view.js';

const NEVER_CHANGED: Omit<Setting, 'name' | 'changedAt'> & { readonly changedAt: Date | null } = {
  value: null,
  version: 0,
  changedBy: null,
  changedAt: null,
};

/** Lists the settings that can be changed at run time, with where each value comes from. */
@Injectable()
export class ListSettings {
  constructor(
    @InjectConfig() private readonly config: AppConfig,
    private readonly settings: SettingRepository,
  ) {}

  async execute(): Promise<SettingView[]> {
    const stored = new Map((await this.settings.list()).map((setting) => [setting.name, setting]));
    return runTimeSettingNames.map((name) => this.view(name, stored.get(name) ?? NEVER_CHANGED));
  }

  private view(
    name: RunTimeSettingName,
    { value, version, changedBy, changedAt }: typeof NEVER_CHANGED,
  ): SettingView {
    const environment = settingText(this.config[camelCase(name)]);
    const usual = readSetting(name, undefined);
    // What another version of the service stored, and is not right here, does not hold.
    const isChanged = value !== null && 'value' in readSetting(name, value);
    return {
      name,
      group: runTimeSettings[name],
      description: settingDescription(name),
      shape: settingShape(name),
      value: isChanged ? value : environment,
      default: 'value' in usual ? settingText(usual.value) : '',
      environment,
      isChanged,
      version,
      changedBy,
      changedAt,
    };
  }
}
