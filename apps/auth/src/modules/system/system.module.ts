import { Module } from '@nestjs/common';
import { PermissionCatalogue } from '../../core/access/index.js';
import { HealthController } from './api/health.controller.js';
import { LogLevelController } from './api/log-level.controller.js';
import { RootController } from './api/root.controller.js';
import { SettingsController } from './api/settings.controller.js';
import { ChangeLogLevel } from './domain/commands/change-log-level.js';
import { ChangeSetting } from './domain/commands/change-setting.js';
import { HealthRepository } from './domain/health.repository.js';
import { CheckReadiness } from './domain/queries/check-readiness.js';
import { ListSettings } from './domain/queries/list-settings.js';

/** Owns what operators ask of the service itself: its parts, its health, its settings. */
@Module({
  controllers: [RootController, HealthController, LogLevelController, SettingsController],
  providers: [HealthRepository, CheckReadiness, ChangeLogLevel, ListSettings, ChangeSetting],
  exports: [ListSettings, ChangeSetting],
})
export class SystemModule {
  constructor(catalogue: PermissionCatalogue) {
    catalogue.declare(
      {
        key: 'system',
        description: 'The service itself',
        actions: { read: 'See settings', update: 'Change settings' },
      },
      { key: 'panel', description: 'The administration panel', actions: { open: 'Open the panel' } },
    );
  }
}
