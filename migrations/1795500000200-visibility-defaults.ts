import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a visibility group says of new items, and of itself. */
export class VisibilityDefaults1795500000200 implements MigrationInterface {
  readonly name = 'VisibilityDefaults1795500000200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(String.raw`
      ALTER TABLE visibility_groups ADD COLUMN description text NOT NULL DEFAULT '';

      CREATE TABLE visibility_group_defaults (
        group_id uuid NOT NULL
          CONSTRAINT visibility_group_defaults_group_id_fkey REFERENCES visibility_groups (id) ON DELETE CASCADE,
        resource_type text NOT NULL,
        level smallint NOT NULL,
        CONSTRAINT visibility_group_defaults_pkey PRIMARY KEY (group_id, resource_type),
        CONSTRAINT visibility_group_defaults_type_check CHECK (resource_type ~ '^[a-z][a-z0-9_]{0,63}$'),
        CONSTRAINT visibility_group_defaults_level_check CHECK (level IN (1, 3, 5, 7))
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE visibility_group_defaults;
      ALTER TABLE visibility_groups DROP COLUMN description;
    `);
  }
}
