import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SigningKeyStates1795483975589 implements MigrationInterface {
  readonly name = 'SigningKeyStates1795483975589';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE signing_keys
        ADD COLUMN status text NOT NULL DEFAULT 'active',
        ADD COLUMN activates_at timestamptz,
        ADD COLUMN activated_at timestamptz,
        ADD COLUMN verifies_until timestamptz,
        ADD COLUMN removed_at timestamptz,
        ALTER COLUMN encrypted_private_key DROP NOT NULL,
        ALTER COLUMN encryption_key_id DROP NOT NULL;
      UPDATE signing_keys SET activated_at = created_at;
      UPDATE signing_keys SET status = 'retired', verifies_until = retired_at + interval '1 day',
        encrypted_private_key = NULL, encryption_key_id = NULL WHERE retired_at IS NOT NULL;
      ALTER TABLE signing_keys
        ALTER COLUMN status DROP DEFAULT,
        ADD CONSTRAINT signing_keys_status_check CHECK (status IN ('next', 'active', 'retired', 'removed')),
        ADD CONSTRAINT signing_keys_private_key_check CHECK (
          num_nonnulls(encrypted_private_key, encryption_key_id) = CASE WHEN status IN ('next', 'active') THEN 2 ELSE 0 END
        );
      DROP INDEX signing_keys_one_active;
      CREATE UNIQUE INDEX signing_keys_one_next_one_active ON signing_keys (status) WHERE status IN ('next', 'active');
    `);
  }

  /** Keys without a private part are lost: before, there was no such thing. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM signing_keys WHERE status <> 'active';
      DROP INDEX signing_keys_one_next_one_active;
      CREATE UNIQUE INDEX signing_keys_one_active ON signing_keys (algorithm) WHERE retired_at IS NULL;
      ALTER TABLE signing_keys
        DROP CONSTRAINT signing_keys_private_key_check,
        DROP CONSTRAINT signing_keys_status_check,
        DROP COLUMN status,
        DROP COLUMN activates_at,
        DROP COLUMN activated_at,
        DROP COLUMN verifies_until,
        DROP COLUMN removed_at,
        ALTER COLUMN encrypted_private_key SET NOT NULL,
        ALTER COLUMN encryption_key_id SET NOT NULL;
    `);
  }
}
