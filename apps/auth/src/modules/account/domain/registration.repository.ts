import { Injectable } from '@nestjs/common';
import { Database } from '../../../core/database/index.js';
import { Registration } from './registration.entity.js';

/** Reads and writes sign-ups that wait for their confirmation. */
@Injectable()
export class RegistrationRepository {
  constructor(private readonly database: Database) {}

  async insert(
    registration: Omit<Registration, 'createdAt' | 'expiresAt'>,
    lifeSeconds: number,
  ): Promise<void> {
    const { id, email, passwordHash, displayName, givenName, familyName, locale } = registration;
    await this.database.query(
      `INSERT INTO registrations (id, email, password_hash, display_name, given_name, family_name, locale, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, clock_timestamp() + make_interval(secs => $8))`,
      [id, email, passwordHash, displayName, givenName, familyName, locale, lifeSeconds],
    );
  }

  find(id: string): Promise<Registration | null> {
    return this.database.repository(Registration).findOneBy({ id });
  }

  /** The newest that waits for this address. */
  findLatest(email: string): Promise<Registration | null> {
    return this.database.repository(Registration).findOne({ where: { email }, order: { id: 'DESC' } });
  }

  async deleteAllOf(email: string): Promise<void> {
    await this.database.repository(Registration).delete({ email });
  }

  async prune(): Promise<void> {
    await this.database.query('DELETE FROM registrations WHERE expires_at < clock_timestamp()');
  }
}
