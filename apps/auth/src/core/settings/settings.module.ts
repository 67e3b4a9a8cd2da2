import { Global, Module } from '@nestjs/common';
import { LiveSettings } from './live-settings.js';
import { SettingRepository } from './setting.repository.js';

/** Owns the settings that can be changed at run time. Who may change them is decided elsewhere. */
@Global()
@Module({ providers: [SettingRepository, LiveSettings], exports: [SettingRepository, LiveSettings] })
export class SettingsModule {}
