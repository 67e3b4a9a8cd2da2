import { type DynamicModule, Module } from '@nestjs/common';
import { AuthGuardModule } from '@auth-service/guard';
import type { Config } from './config/config.js';
import { DatabaseModule } from './database/database.module.js';
import { HealthController } from './health/health.controller.js';
import { taskResource } from './tasks/task-resource.js';
import { TasksModule } from './tasks/tasks.module.js';

/** The service: its database, the guard before every route, and what it is there for. */
@Module({})
export class AppModule {
  static forRoot({ databaseUrl, auth }: Config): DynamicModule {
    return {
      module: AppModule,
      imports: [
        AuthGuardModule.forRoot({ ...auth, service: 'tasks', resources: [taskResource] }),
        DatabaseModule.forRoot(databaseUrl),
        TasksModule,
      ],
      controllers: [HealthController],
    };
  }
}
