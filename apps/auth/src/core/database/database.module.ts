import { type DynamicModule, Global, Module } from '@nestjs/common';
import { ClsPluginTransactional } from '@nestjs-cls/transactional';
import { ClsModule } from 'nestjs-cls';
import { DataSource } from 'typeorm';
import { Database } from './database.js';
import { TypeOrmTransactionalAdapter } from './transactional-adapter.js';

/** Owns the way to PostgreSQL. Entities and statements belong to the modules. */
@Global()
@Module({})
export class DatabaseModule {
  /** @param dataSource - connected and migrated; whoever made it closes it */
  static forRoot(dataSource: DataSource): DynamicModule {
    const adapter = new TypeOrmTransactionalAdapter(dataSource);
    return {
      module: DatabaseModule,
      imports: [ClsModule.registerPlugins([new ClsPluginTransactional({ adapter })])],
      providers: [Database, { provide: DataSource, useValue: dataSource }],
      exports: [Database, DataSource],
    };
  }
}
