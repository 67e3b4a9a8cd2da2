import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { SigningKey } from './signing-key.entity.js';
import type { SigningKeyStatus } from './signing-key-status.js';

/** Any number that no other user of advisory locks in this database takes. */
const SIGNING_KEYS_LOCK = 4_017_202_602;

/** A key about to be kept. */
export type NewSigningKey = Pick<SigningKey, 'id' | 'algorithm' | 'publicJwk'> & {
  readonly encryptedPrivateKey: Buffer;
  readonly encryptionKeyId: string;
};

/** What may be shown of a key. */
export type SigningKeyView = Omit<SigningKey, 'publicJwk' | 'encryptedPrivateKey' | 'encryptionKeyId'>;

const VIEW = `id, algorithm, status, created_at AS "createdAt", activates_at AS "activatesAt", activated_at AS "activatedAt",
  retired_at AS "retiredAt", verifies_until AS "verifiesUntil", removed_at AS "removedAt"`;
const ORDER = `ORDER BY array_position(ARRAY['active', 'next', 'retired', 'removed'], status), created_at DESC, id`;
const DESTROY_PRIVATE_KEY = 'encrypted_private_key = NULL, encryption_key_id = NULL';

/** Reads and writes signing keys. Times are the database's, so that instances need not agree on theirs. */
@Injectable()
export class SigningKeyRepository {
  constructor(private readonly database: Database) {}

  /** Waits for every other change to the keys and keeps further ones waiting until the end of the transaction. */
  async lock(): Promise<void> {
    await this.database.query('SELECT pg_advisory_xact_lock($1)', [SIGNING_KEYS_LOCK]);
  }

  /** @returns false when somebody else is changing the keys */
  async tryLock(): Promise<boolean> {
    const [row] = await this.database.query<{ locked: boolean }>(
      'SELECT pg_try_advisory_xact_lock($1) AS locked',
      [SIGNING_KEYS_LOCK],
    );
    return row?.locked === true;
  }

  /** The keys whose tokens are good or will be, the active one first. */
  async findPublished(): Promise<SigningKey[]> {
    return this.database.query(
      `SELECT ${VIEW}, public_jwk AS "publicJwk", encrypted_private_key AS "encryptedPrivateKey",
         encryption_key_id AS "encryptionKeyId"
       FROM signing_keys WHERE status <> 'removed' ${ORDER}`,
    );
  }

  /** All keys, removed ones too, the active one first. */
  list(limit: number): Promise<SigningKeyView[]> {
    return this.database.query(`SELECT ${VIEW} FROM signing_keys ${ORDER} LIMIT $1`, [limit]);
  }

  async find(id: string): Promise<SigningKeyView | null> {
    const [key] = await this.database.query<SigningKeyView>(
      `SELECT ${VIEW} FROM signing_keys WHERE id = $1`,
      [id],
    );
    return key ?? null;
  }

  async findByStatus(status: Extract<SigningKeyStatus, 'next' | 'active'>): Promise<SigningKeyView | null> {
    const [key] = await this.database.query<SigningKeyView>(
      `SELECT ${VIEW} FROM signing_keys WHERE status = $1`,
      [status],
    );
    return key ?? null;
  }

  /** The next key, if its time to sign has come. */
  async findDue(): Promise<SigningKeyView | null> {
    const [key] = await this.database.query<SigningKeyView>(
      `SELECT ${VIEW} FROM signing_keys WHERE status = 'next' AND activates_at <= clock_timestamp()`,
    );
    return key ?? null;
  }

  /** Tells whether the active key has signed for so long. */
  async hasSignedFor(seconds: number): Promise<boolean> {
    const rows = await this.database.query(
      `SELECT FROM signing_keys WHERE status = 'active' AND activated_at <= clock_timestamp() - make_interval(secs => $1)`,
      [seconds],
    );
    return rows.length > 0;
  }

  /** Retired keys whose last tokens have expired. */
  findOutlived(): Promise<SigningKeyView[]> {
    return this.database.query(
      `SELECT ${VIEW} FROM signing_keys WHERE status = 'retired' AND verifies_until <= clock_timestamp()`,
    );
  }

  /**
   * Keeps the very first key, which signs at once.
   *
   * @returns false when another instance was quicker: then that one's key counts
   */
  async insertFirst(key: NewSigningKey): Promise<boolean> {
    const rows = await this.database.query(
      `INSERT INTO signing_keys (id, algorithm, status, public_jwk, encrypted_private_key, encryption_key_id, activated_at)
       SELECT $1, $2, 'active', $3, $4, $5, clock_timestamp() WHERE NOT EXISTS (SELECT FROM signing_keys)
       ON CONFLICT DO NOTHING RETURNING id`,
      [key.id, key.algorithm, key.publicJwk, key.encryptedPrivateKey, key.encryptionKeyId],
    );
    return rows.length === 1;
  }

  /** Keeps a key that may sign after so many seconds. */
  async insertNext(key: NewSigningKey, afterSeconds: number): Promise<void> {
    await this.database.query(
      `INSERT INTO signing_keys (id, algorithm, status, public_jwk, encrypted_private_key, encryption_key_id, activates_at)
       VALUES ($1, $2, 'next', $3, $4, $5, clock_timestamp() + make_interval(secs => $6))`,
      [key.id, key.algorithm, key.publicJwk, key.encryptedPrivateKey, key.encryptionKeyId, afterSeconds],
    );
  }

  async activate(id: string): Promise<void> {
    await this.database.query(
      `UPDATE signing_keys SET status = 'active', activated_at = clock_timestamp() WHERE id = $1`,
      [id],
    );
  }

  /** The key signs no more; what it signed stays good for so many seconds. */
  async retire(id: string, verifiesForSeconds: number): Promise<void> {
    await this.database.query(
      `UPDATE signing_keys SET status = 'retired', retired_at = clock_timestamp(), ${DESTROY_PRIVATE_KEY},
         verifies_until = clock_timestamp() + make_interval(secs => $2) WHERE id = $1`,
      [id, verifiesForSeconds],
    );
  }

  /** The row stays, so that the same key can't come back. */
  async remove(id: string): Promise<void> {
    await this.database.query(
      `UPDATE signing_keys SET status = 'removed', removed_at = clock_timestamp(), ${DESTROY_PRIVATE_KEY} WHERE id = $1`,
      [id],
    );
  }
}
