import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People who were asked into a team by mail. */
export class TeamInvitations1795500001000 implements MigrationInterface {
  readonly name = 'TeamInvitations1795500001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE team_invitations (
        id uuid NOT NULL,
        team_id uuid NOT NULL CONSTRAINT team_invitations_team_id_fkey REFERENCES teams (id) ON DELETE CASCADE,
        email text NOT NULL,
        invited_by uuid CONSTRAINT team_invitations_invited_by_fkey REFERENCES users (id) ON DELETE SET NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        accepted_at timestamptz,
        CONSTRAINT team_invitations_pkey PRIMARY KEY (id)
      );
      CREATE UNIQUE INDEX team_invitations_team_id_email_idx ON team_invitations (team_id, email)
        WHERE accepted_at IS NULL;
      CREATE INDEX team_invitations_invited_by_idx ON team_invitations (invited_by);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE team_invitations');
  }
}
