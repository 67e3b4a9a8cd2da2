import { Injectable } from '@nestjs/common';
import { Database } from '../../../core/database/index.js';

/** Asks whether the database answers. */
@Injectable()
export class HealthRepository {
  constructor(private readonly database: Database) {}

  async databaseAnswers(): Promise<boolean> {
    return this.database.query('SELECT 1').then(
      () => true,
      () => false,
    );
  }
}
