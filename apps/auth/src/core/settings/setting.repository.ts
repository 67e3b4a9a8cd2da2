import { Injectable } from '@nestjs/common';
import { Database } from '../database/index.js';
import { Setting } from './setting.entity.js';

/** Reads and writes settings that were changed. */
@Injectable()
export class SettingRepository {
  constructor(private readonly database: Database) {}

  list(): Promise<Setting[]> {
    return this.database.repository(Setting).find();
  }

  /** Changes of settings happen one after the other, so that each sees what the one before did. */
  async findForChange(name: string): Promise<Pick<Setting, 'value' | 'version'>> {
    await this.database.query("SELECT pg_advisory_xact_lock(hashtextextended('settings', 0))");
    return (await this.database.repository(Setting).findOneBy({ name })) ?? { value: null, version: 0 };
  }

  /** @param value - null: the environment's value holds again */
  async save(name: string, value: string | null, changedBy: string | null): Promise<void> {
    await this.database.query(
      `INSERT INTO settings AS s (name, value, version, changed_by, changed_at) VALUES ($1, $2, 1, $3, clock_timestamp())
       ON CONFLICT (name) DO UPDATE SET value = excluded.value, version = s.version + 1,
         changed_by = excluded.changed_by, changed_at = excluded.changed_at`,
      [name, value, changedBy],
    );
  }
}
