import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Entries of the audit log are chained by hashes, and stay as they are. */
export class AuditChain1795700000500 implements MigrationInterface {
  readonly name = 'AuditChain1795700000500';

  /** New columns without a value touch no row. */
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE audit_log ADD COLUMN position bigint, ADD COLUMN hash bytea;
      CREATE TABLE audit_chain (
        id text CONSTRAINT audit_chain_pkey PRIMARY KEY,
        encrypted_key bytea NOT NULL,
        encryption_key_id text NOT NULL,
        position bigint NOT NULL,
        hash bytea NOT NULL,
        mark bytea NOT NULL,
        CONSTRAINT audit_chain_id_check CHECK (id = 'audit_log')
      );

      CREATE FUNCTION keep_audit_log() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        content audit_log%ROWTYPE;
      BEGIN
        IF TG_OP = 'UPDATE' THEN
          content := NEW;
          content.position := NULL;
          content.hash := NULL;
          -- Sealing alone; what is sealed differs from this by its place.
          IF content IS NOT DISTINCT FROM OLD THEN RETURN NEW; END IF;
        END IF;
        RAISE EXCEPTION 'entries of audit_log are added, and neither changed nor removed' USING ERRCODE = '23001';
      END $$;
      CREATE TRIGGER audit_log_kept BEFORE UPDATE OR DELETE ON audit_log FOR EACH ROW EXECUTE FUNCTION keep_audit_log();
      CREATE TRIGGER audit_log_kept_whole BEFORE TRUNCATE ON audit_log EXECUTE FUNCTION keep_audit_log();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER audit_log_kept_whole ON audit_log;
      DROP TRIGGER audit_log_kept ON audit_log;
      DROP FUNCTION keep_audit_log();
      DROP TABLE audit_chain;
      ALTER TABLE audit_log DROP COLUMN hash, DROP COLUMN position;
    `);
  }
}
