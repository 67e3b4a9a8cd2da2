import { Module } from '@nestjs/common';
import { PermissionCatalogue } from '../../core/access/index.js';
import { HealthController } from './api/health.controller.js';
import { LogLevelController } from './api/log-level.controller.js';
import { RootController } from './api/root.controller.js';
import { ChangeLogLevel } from './domain/commands/change-log-level.js';
import { HealthRepository } from './domain/health.repository.js';
import { CheckReadiness } from './domain/queries/check-readiness.js';

/** Owns what operators ask of the service itself: its parts, its health, its log level. */
@Module({
  controllers: [RootController, HealthController, LogLevelController],
  providers: [HealthRepository, CheckReadiness, ChangeLogLevel],
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
