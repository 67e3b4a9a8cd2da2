import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Rbac1767225600300 implements MigrationInterface {
  readonly name = 'Rbac1767225600300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(String.raw`
      CREATE TABLE resources (
        id uuid CONSTRAINT resources_pkey PRIMARY KEY,
        key text NOT NULL,
        service text NOT NULL,
        description text NOT NULL DEFAULT '',
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT resources_key_check CHECK (key ~ '^[a-z][a-z0-9_]{0,63}$')
      );
      CREATE UNIQUE INDEX resources_key_key ON resources (key);

      CREATE TABLE permissions (
        id uuid CONSTRAINT permissions_pkey PRIMARY KEY,
        resource_id uuid NOT NULL CONSTRAINT permissions_resource_id_fkey REFERENCES resources (id) ON DELETE RESTRICT,
        action text NOT NULL,
        name text NOT NULL,
        description text NOT NULL DEFAULT '',
        deprecated_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT permissions_action_check CHECK (action ~ '^[a-z][a-z0-9_]{0,63}$'),
        CONSTRAINT permissions_name_check CHECK (name LIKE '%:' || action)
      );
      CREATE UNIQUE INDEX permissions_name_key ON permissions (name);
      CREATE UNIQUE INDEX permissions_resource_id_action_key ON permissions (resource_id, action);

      CREATE TABLE roles (
        id uuid CONSTRAINT roles_pkey PRIMARY KEY,
        name text NOT NULL,
        description text NOT NULL DEFAULT '',
        is_system boolean NOT NULL DEFAULT false,
        is_default boolean NOT NULL DEFAULT false,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT roles_name_check CHECK (length(name) BETWEEN 1 AND 100)
      );
      CREATE UNIQUE INDEX roles_name_key ON roles (name);
      CREATE UNIQUE INDEX roles_one_default ON roles (is_default) WHERE is_default;

      CREATE TABLE role_permissions (
        role_id uuid NOT NULL CONSTRAINT role_permissions_role_id_fkey REFERENCES roles (id) ON DELETE CASCADE,
        permission_id uuid NOT NULL
          CONSTRAINT role_permissions_permission_id_fkey REFERENCES permissions (id) ON DELETE RESTRICT,
        CONSTRAINT role_permissions_pkey PRIMARY KEY (role_id, permission_id)
      );
      CREATE INDEX role_permissions_permission_id_idx ON role_permissions (permission_id);

      CREATE TABLE role_wildcards (
        role_id uuid NOT NULL CONSTRAINT role_wildcards_role_id_fkey REFERENCES roles (id) ON DELETE CASCADE,
        pattern text NOT NULL,
        CONSTRAINT role_wildcards_pkey PRIMARY KEY (role_id, pattern),
        CONSTRAINT role_wildcards_pattern_check CHECK (
          pattern ~ '^(\*|[a-z][a-z0-9_]{0,63}):(\*|[a-z][a-z0-9_]{0,63})$' AND pattern LIKE '%*%'
        )
      );

      CREATE TABLE role_assignments (
        id uuid CONSTRAINT role_assignments_pkey PRIMARY KEY,
        role_id uuid NOT NULL CONSTRAINT role_assignments_role_id_fkey REFERENCES roles (id) ON DELETE RESTRICT,
        user_id uuid CONSTRAINT role_assignments_user_id_fkey REFERENCES users (id) ON DELETE CASCADE,
        team_id uuid CONSTRAINT role_assignments_team_id_fkey REFERENCES teams (id) ON DELETE CASCADE,
        valid_from timestamptz NOT NULL DEFAULT now(),
        valid_until timestamptz,
        granted_by uuid,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT role_assignments_holder_check CHECK (num_nonnulls(user_id, team_id) = 1),
        CONSTRAINT role_assignments_window_check CHECK (valid_until > valid_from)
      );
      CREATE UNIQUE INDEX role_assignments_user_id_role_id_key ON role_assignments (user_id, role_id) WHERE user_id IS NOT NULL;
      CREATE UNIQUE INDEX role_assignments_team_id_role_id_key ON role_assignments (team_id, role_id) WHERE team_id IS NOT NULL;
      CREATE INDEX role_assignments_role_id_idx ON role_assignments (role_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE role_assignments;
      DROP TABLE role_wildcards;
      DROP TABLE role_permissions;
      DROP TABLE roles;
      DROP TABLE permissions;
      DROP TABLE resources;
    `);
  }
}
