import { Injectable } from '@nestjs/common';
import { containing, Database } from '../../../core/database/index.js';
import type { PagePosition } from '../../../core/http/page.js';
import type { SeparationOfDutyListQuery, SeparationOfDutyView } from './rbac.view.js';
import { SeparationOfDutySet } from './separation-of-duty-set.entity.js';

const VIEW = `s.id, s.name, s.description, s.cardinality, s.version, s.created_at AS "createdAt", s.updated_at AS "updatedAt",
  ARRAY(SELECT sr.role_id FROM separation_of_duty_roles sr JOIN roles r ON r.id = sr.role_id
        WHERE sr.set_id = s.id ORDER BY r.name) AS "roleIds"`;

/** Reads and writes the rules of separation of duty. */
@Injectable()
export class SeparationOfDutyRepository {
  constructor(private readonly database: Database) {}

  /** By name; one row more than the limit, when there is one. */
  list(
    { limit, search, roleId }: SeparationOfDutyListQuery,
    after: PagePosition | null,
  ): Promise<SeparationOfDutyView[]> {
    return this.database.query(
      `SELECT ${VIEW} FROM separation_of_duty_sets s
       WHERE ($1::text IS NULL OR s.name > $1) AND ($2::text IS NULL OR lower(s.name) LIKE $2 OR lower(s.description) LIKE $2)
         AND ($3::uuid IS NULL OR EXISTS (
           SELECT FROM separation_of_duty_roles sr WHERE sr.set_id = s.id AND sr.role_id = $3))
       ORDER BY s.name LIMIT $4`,
      [after?.value ?? null, search === undefined ? null : containing(search), roleId ?? null, limit + 1],
    );
  }

  async findView(id: string): Promise<SeparationOfDutyView | null> {
    const [view] = await this.database.query<SeparationOfDutyView>(
      `SELECT ${VIEW} FROM separation_of_duty_sets s WHERE s.id = $1`,
      [id],
    );
    return view ?? null;
  }

  /** Locks the row until the end of the transaction. */
  findForUpdate(id: string): Promise<SeparationOfDutySet | null> {
    return this.database
      .repository(SeparationOfDutySet)
      .findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async insert(set: Pick<SeparationOfDutySet, 'id' | 'name' | 'description' | 'cardinality'>): Promise<void> {
    await this.database.repository(SeparationOfDutySet).insert(set);
  }

  async save(set: SeparationOfDutySet): Promise<void> {
    await this.database.repository(SeparationOfDutySet).save(set);
  }

  async delete(id: string): Promise<void> {
    await this.database.repository(SeparationOfDutySet).delete({ id });
  }

  /** Makes the rule name exactly these roles. */
  async replaceRoles(id: string, roleIds: readonly string[]): Promise<void> {
    await this.database.query(
      `WITH kept AS (SELECT unnest($2::uuid[]) AS role_id), gone AS (
         DELETE FROM separation_of_duty_roles WHERE set_id = $1 AND role_id NOT IN (SELECT role_id FROM kept)
       ) INSERT INTO separation_of_duty_roles (set_id, role_id) SELECT $1, role_id FROM kept ON CONFLICT DO NOTHING`,
      [id, roleIds],
    );
  }
}
