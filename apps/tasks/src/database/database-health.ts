import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** Tells whether the database answers. */
@Injectable()
export class DatabaseHealth {
  constructor(private readonly dataSource: DataSource) {}

  async isUp(): Promise<boolean> {
    return this.dataSource.query('SELECT 1').then(
      () => true,
      () => false,
    );
  }
}
