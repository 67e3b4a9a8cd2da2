import { Injectable } from '@nestjs/common';
import type { VisibilityLevel } from '@auth-service/authorization';
import { containing, Database } from '../../../core/database/index.js';
import type { PagePosition } from '../../../core/http/page.js';
import type { PlacedGroup } from './group-hierarchy.js';
import { VisibilityGroup } from './visibility-group.entity.js';
import type { VisibilityGroupListQuery, VisibilityGroupView } from './visibility-group.view.js';

const MEMBER_COUNT = `(SELECT count(*)::int FROM visibility_group_members m JOIN users u ON u.id = m.user_id
  WHERE m.group_id = g.id AND u.deleted_at IS NULL)`;
/** Climbs once per group shown: the tree is shallow, and nothing has to be kept in step with it. */
const DEPTH = `(WITH RECURSIVE up AS (
    SELECT g.parent_id AS id UNION ALL
    SELECT p.parent_id FROM up JOIN visibility_groups p ON p.id = up.id
  ) SELECT count(*)::int FROM up)`;
const VIEW = `g.id, g.number, g.name, g.description, g.parent_id AS "parentId", g.is_default AS "isDefault",
  ${DEPTH} AS depth, ${MEMBER_COUNT} AS "memberCount", g.version, g.created_at AS "createdAt", g.updated_at AS "updatedAt"`;

/** A group with its place, as the tree is built from it. */
export type CountedGroup = PlacedGroup & { readonly memberCount: number };

/** A group above another, or that one itself, with what it says of a type. */
export interface GroupOnTheWayUp {
  readonly id: string;
  readonly number: number;
  readonly parent: number | null;
  readonly level: VisibilityLevel | null;
}

/** Reads and writes visibility groups. Deleted ones are not found. */
@Injectable()
export class VisibilityGroupRepository {
  constructor(private readonly database: Database) {}

  /** By name; one row more than the limit, when there is one. */
  list(
    { limit, search, parentId }: VisibilityGroupListQuery,
    after: PagePosition | null,
  ): Promise<VisibilityGroupView[]> {
    return this.database.query(
      `SELECT ${VIEW} FROM visibility_groups g
       WHERE g.deleted_at IS NULL AND ($1::text IS NULL OR (g.name, g.id) > ($1, $2::uuid))
         AND ($3::text IS NULL OR lower(g.name) LIKE $3 OR lower(g.description) LIKE $3)
         AND ($4::uuid IS NULL OR g.parent_id = $4)
       ORDER BY g.name, g.id LIMIT $5`,
      [
        after?.value ?? null,
        after?.id ?? null,
        search === undefined ? null : containing(search),
        parentId ?? null,
        limit + 1,
      ],
    );
  }

  async findView(id: string): Promise<VisibilityGroupView | null> {
    const [view] = await this.database.query<VisibilityGroupView>(
      `SELECT ${VIEW} FROM visibility_groups g WHERE g.id = $1 AND g.deleted_at IS NULL`,
      [id],
    );
    return view ?? null;
  }

  exists(id: string): Promise<boolean> {
    return this.database.repository(VisibilityGroup).existsBy({ id });
  }

  /** Every group where it hangs. */
  listPlaced(): Promise<PlacedGroup[]> {
    return this.database.query(
      `SELECT id, number, name, parent_id AS "parentId", is_default AS "isDefault"
       FROM visibility_groups WHERE deleted_at IS NULL`,
    );
  }

  /** Every group where it hangs, by name, with the number of its members. */
  listCounted(): Promise<CountedGroup[]> {
    return this.database.query(
      `SELECT g.id, g.number, g.name, g.parent_id AS "parentId", g.is_default AS "isDefault",
         coalesce(c.count, 0) AS "memberCount"
       FROM visibility_groups g LEFT JOIN (
         SELECT m.group_id, count(*)::int AS count FROM visibility_group_members m JOIN users u ON u.id = m.user_id
         WHERE u.deleted_at IS NULL GROUP BY m.group_id
       ) c ON c.group_id = g.id
       WHERE g.deleted_at IS NULL ORDER BY g.name, g.id`,
    );
  }

  /** The group and all above it, each with its default for a type; nothing for an unknown group. */
  listUpwards(id: string, type: string): Promise<GroupOnTheWayUp[]> {
    return this.database.query(
      `WITH RECURSIVE up AS (
         SELECT g.id, g.number, g.parent_id FROM visibility_groups g WHERE g.id = $1 AND g.deleted_at IS NULL UNION ALL
         SELECT p.id, p.number, p.parent_id FROM up JOIN visibility_groups p ON p.id = up.parent_id
       ) SELECT up.id, up.number, p.number AS parent, d.level FROM up
       LEFT JOIN up p ON p.id = up.parent_id
       LEFT JOIN visibility_group_defaults d ON d.group_id = up.id AND d.resource_type = $2`,
      [id, type],
    );
  }

  /** Locks the row until the end of the transaction. */
  findForUpdate(id: string): Promise<VisibilityGroup | null> {
    return this.database
      .repository(VisibilityGroup)
      .findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async insert(group: Pick<VisibilityGroup, 'id' | 'name' | 'description' | 'parentId'>): Promise<void> {
    await this.database.query(
      'INSERT INTO visibility_groups (id, name, description, parent_id) VALUES ($1, $2, $3, $4)',
      [group.id, group.name, group.description, group.parentId],
    );
  }

  /** Writes the changed columns and counts the version up. */
  async save(group: VisibilityGroup): Promise<void> {
    await this.database.repository(VisibilityGroup).save(group);
  }

  /** Hangs all groups directly below one elsewhere, and counts their versions up. */
  async moveChildren(fromId: string, toId: string): Promise<void> {
    await this.database.query(
      `UPDATE visibility_groups SET parent_id = $2, version = version + 1, updated_at = now()
       WHERE parent_id = $1 AND deleted_at IS NULL`,
      [fromId, toId],
    );
  }

  async softDelete(id: string): Promise<void> {
    await this.database.repository(VisibilityGroup).softDelete({ id });
  }

  /** @returns false when there is no deleted group with this id */
  async restoreAtTop(id: string): Promise<boolean> {
    const rows = await this.database.query(
      `UPDATE visibility_groups SET deleted_at = NULL, parent_id = NULL, version = version + 1, updated_at = now()
       WHERE id = $1 AND deleted_at IS NOT NULL RETURNING id`,
      [id],
    );
    return rows.length > 0;
  }
}
