import { type DynamicModule, Module, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { createDataSource } from './data-source.js';
import { DatabaseHealth } from './database-health.js';
import { migrate } from './migrate.js';

/** Connects and migrates at the start, and lets go when everything else has ended. */
@Module({})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(private readonly dataSource: DataSource) {}

  static forRoot(url: string): DynamicModule {
    const useFactory = async () => {
      const dataSource = await createDataSource(url).initialize();
      await migrate(dataSource);
      return dataSource;
    };
    return {
      module: DatabaseModule,
      global: true,
      providers: [{ provide: DataSource, useFactory }, DatabaseHealth],
      exports: [DataSource, DatabaseHealth],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.dataSource.destroy();
  }
}
