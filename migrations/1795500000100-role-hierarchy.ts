import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Roles that inherit, permissions given without a role, roles that hold in a team alone, separation of duty. */
export class RoleHierarchy1795500000100 implements MigrationInterface {
  readonly name = 'RoleHierarchy1795500000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE role_parents (
        role_id uuid NOT NULL CONSTRAINT role_parents_role_id_fkey REFERENCES roles (id) ON DELETE CASCADE,
        parent_id uuid NOT NULL CONSTRAINT role_parents_parent_id_fkey REFERENCES roles (id) ON DELETE RESTRICT,
        CONSTRAINT role_parents_pkey PRIMARY KEY (role_id, parent_id),
        CONSTRAINT role_parents_self_check CHECK (role_id <> parent_id)
      );
      CREATE INDEX role_parents_parent_id_idx ON role_parents (parent_id);

      ALTER TABLE role_assignments ADD COLUMN team_scoped boolean NOT NULL DEFAULT false;
      ALTER TABLE role_assignments ADD CONSTRAINT role_assignments_team_scoped_check
        CHECK (NOT team_scoped OR team_id IS NOT NULL) NOT VALID;
      ALTER TABLE role_assignments VALIDATE CONSTRAINT role_assignments_team_scoped_check;

      CREATE TABLE permission_grants (
        id uuid CONSTRAINT permission_grants_pkey PRIMARY KEY,
        user_id uuid NOT NULL CONSTRAINT permission_grants_user_id_fkey REFERENCES users (id) ON DELETE CASCADE,
        permission_id uuid NOT NULL
          CONSTRAINT permission_grants_permission_id_fkey REFERENCES permissions (id) ON DELETE RESTRICT,
        valid_from timestamptz NOT NULL DEFAULT now(),
        valid_until timestamptz,
        granted_by uuid,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT permission_grants_window_check CHECK (valid_until > valid_from)
      );
      CREATE UNIQUE INDEX permission_grants_user_id_permission_id_key ON permission_grants (user_id, permission_id);
      CREATE INDEX permission_grants_permission_id_idx ON permission_grants (permission_id);

      CREATE TABLE separation_of_duty_sets (
        id uuid CONSTRAINT separation_of_duty_sets_pkey PRIMARY KEY,
        name text NOT NULL,
        description text NOT NULL DEFAULT '',
        cardinality integer NOT NULL DEFAULT 2,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT separation_of_duty_sets_cardinality_check CHECK (cardinality >= 2),
        CONSTRAINT separation_of_duty_sets_name_check CHECK (length(name) BETWEEN 1 AND 100)
      );
      CREATE UNIQUE INDEX separation_of_duty_sets_name_key ON separation_of_duty_sets (name);

      CREATE TABLE separation_of_duty_roles (
        set_id uuid NOT NULL
          CONSTRAINT separation_of_duty_roles_set_id_fkey REFERENCES separation_of_duty_sets (id) ON DELETE CASCADE,
        role_id uuid NOT NULL
          CONSTRAINT separation_of_duty_roles_role_id_fkey REFERENCES roles (id) ON DELETE RESTRICT,
        CONSTRAINT separation_of_duty_roles_pkey PRIMARY KEY (set_id, role_id)
      );
      CREATE INDEX separation_of_duty_roles_role_id_idx ON separation_of_duty_roles (role_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE separation_of_duty_roles;
      DROP TABLE separation_of_duty_sets;
      DROP TABLE permission_grants;
      ALTER TABLE role_assignments DROP COLUMN team_scoped;
      DROP TABLE role_parents;
    `);
  }
}
