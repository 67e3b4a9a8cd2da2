import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Teams1767225600200 implements MigrationInterface {
  readonly name = 'Teams1767225600200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE teams (
        id uuid CONSTRAINT teams_pkey PRIMARY KEY,
        name text NOT NULL,
        description text NOT NULL DEFAULT '',
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        deleted_at timestamptz,
        version integer NOT NULL DEFAULT 1
      );
      CREATE UNIQUE INDEX teams_name_key ON teams (name) WHERE deleted_at IS NULL;

      CREATE TABLE team_members (
        team_id uuid NOT NULL CONSTRAINT team_members_team_id_fkey REFERENCES teams (id) ON DELETE CASCADE,
        user_id uuid NOT NULL CONSTRAINT team_members_user_id_fkey REFERENCES users (id) ON DELETE CASCADE,
        is_manager boolean NOT NULL DEFAULT false,
        joined_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT team_members_pkey PRIMARY KEY (team_id, user_id)
      );
      CREATE INDEX team_members_user_id_idx ON team_members (user_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE team_members;
      DROP TABLE teams;
    `);
  }
}
