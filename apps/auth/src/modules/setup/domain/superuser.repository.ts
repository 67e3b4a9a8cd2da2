import { Injectable } from '@nestjs/common';
import { Database } from '../../../core/database/index.js';

/** Any number that no other user of advisory locks in this database takes. */
const SETUP_LOCK = 4_017_202_602;

/** Asks whether there is a superuser already. */
@Injectable()
export class SuperuserRepository {
  constructor(private readonly database: Database) {}

  /** Keeps other instances that want to make the first one waiting until the end of the transaction. */
  async lockSetup(): Promise<void> {
    await this.database.query('SELECT pg_advisory_xact_lock($1)', [SETUP_LOCK]);
  }

  async exists(roleName: string): Promise<boolean> {
    const rows = await this.database.query(
      `SELECT FROM role_assignments a JOIN roles r ON r.id = a.role_id JOIN users u ON u.id = a.user_id
       WHERE r.name = $1 AND u.status = 'active' AND u.deleted_at IS NULL
         AND (a.valid_until IS NULL OR a.valid_until > clock_timestamp()) LIMIT 1`,
      [roleName],
    );
    return rows.length > 0;
  }
}
