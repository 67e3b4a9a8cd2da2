import { Injectable } from '@nestjs/common';
import { Database } from '../../../core/database/index.js';
import type { ChainedContent, ChainLink } from './chain-links.js';

/** Any number that no other user of advisory locks in this database takes. */
const SEALING_LOCK = 4_017_202_607;

/** The one row of its table. */
const ID = 'audit_log';

/**
 * All of an entry as one text that is the same whoever reads it, wherever. A column that comes later belongs at the end,
 * and only where it has a value: what is sealed stays as it is.
 */
const CONTENT = `json_build_array(id, (extract(epoch FROM occurred_at) * 1000000)::bigint, action, outcome, actor_id,
  impersonator_id, subject_type, subject_id, before, after, reason, request_id, ip_address::text)::text AS content`;

/** The chain's recorded end, and the key of its hashes. */
export interface StoredChainEnd {
  readonly data: Buffer;
  readonly encryptionKeyId: string;
  readonly position: number;
  readonly hash: Buffer;
  readonly mark: Buffer;
}

/** What there is to verify. */
export interface ChainState {
  readonly end: StoredChainEnd | null;
  /** The last place that an entry claims; 0 for none. */
  readonly lastPosition: number;
}

/** Reads and writes the chain of the audit log. */
@Injectable()
export class AuditChainRepository {
  constructor(private readonly database: Database) {}

  async hasUnsealed(): Promise<boolean> {
    const [row] = await this.database.query<{ found: boolean }>(
      'SELECT EXISTS (SELECT FROM audit_log WHERE position IS NULL) AS found',
    );
    return row?.found === true;
  }

  async countUnsealed(): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(
      'SELECT count(*)::float8 AS count FROM audit_log WHERE position IS NULL',
    );
    return row?.count ?? 0;
  }

  /** Keeps other instances from sealing until the transaction's end. */
  async tryLock(): Promise<boolean> {
    const [row] = await this.database.query<{ locked: boolean }>(
      'SELECT pg_try_advisory_xact_lock($1) AS locked',
      [SEALING_LOCK],
    );
    return row?.locked === true;
  }

  /** Committed entries that await sealing, by their ids, which is nearly the order in time. */
  unsealed(limit: number): Promise<ChainedContent[]> {
    return this.database.query(
      `SELECT id, ${CONTENT} FROM audit_log WHERE position IS NULL ORDER BY id LIMIT $1`,
      [limit],
    );
  }

  async seal(links: readonly ChainLink[]): Promise<void> {
    await this.database.query(
      `UPDATE audit_log SET position = sealed.position, hash = sealed.hash
       FROM unnest($1::uuid[], $2::bigint[], $3::bytea[]) AS sealed (id, position, hash) WHERE audit_log.id = sealed.id`,
      [links.map(({ id }) => id), links.map(({ position }) => position), links.map(({ hash }) => hash)],
    );
  }

  async insertEnd({ data, encryptionKeyId, position, hash, mark }: StoredChainEnd): Promise<void> {
    await this.database.query(
      `INSERT INTO audit_chain (id, encrypted_key, encryption_key_id, position, hash, mark) VALUES ($1, $2, $3, $4, $5, $6)`,
      [ID, data, encryptionKeyId, position, hash, mark],
    );
  }

  async moveEnd({ position, hash, mark }: Omit<StoredChainEnd, 'data' | 'encryptionKeyId'>): Promise<void> {
    await this.database.query('UPDATE audit_chain SET position = $2, hash = $3, mark = $4 WHERE id = $1', [
      ID,
      position,
      hash,
      mark,
    ]);
  }

  /** null before the first sealing. */
  async end(): Promise<StoredChainEnd | null> {
    const [row] = await this.database.query<StoredChainEnd>(
      `SELECT encrypted_key AS data, encryption_key_id AS "encryptionKeyId", position::float8 AS position, hash, mark
       FROM audit_chain WHERE id = $1`,
      [ID],
    );
    return row ?? null;
  }

  async hasSealed(): Promise<boolean> {
    const [row] = await this.database.query<{ found: boolean }>(
      'SELECT EXISTS (SELECT FROM audit_log WHERE position IS NOT NULL) AS found',
    );
    return row?.found === true;
  }

  /** All as of one moment. */
  async state(): Promise<ChainState> {
    const [row] = await this.database.query<StoredChainEnd & Pick<ChainState, 'lastPosition'>>(
      `SELECT encrypted_key AS data, encryption_key_id AS "encryptionKeyId", chain.position::float8 AS position, hash, mark,
         coalesce((SELECT max(position) FROM audit_log WHERE position IS NOT NULL), 0)::float8 AS "lastPosition"
       FROM (VALUES ($1)) AS wanted (id) LEFT JOIN audit_chain chain USING (id)`,
      [ID],
    );
    if (row === undefined) return { end: null, lastPosition: 0 };
    const { lastPosition, ...end } = row;
    return { end: (end.data as Buffer | null) === null ? null : end, lastPosition };
  }

  /** What is sealed behind a position, in the chain's order. */
  sealedAfter(position: number, limit: number): Promise<ChainLink[]> {
    return this.database.query(
      `SELECT id, position::float8 AS position, coalesce(hash, '') AS hash, ${CONTENT} FROM audit_log
       WHERE position > $1 ORDER BY audit_log.position LIMIT $2`,
      [position, limit],
    );
  }

  async hashAt(position: number): Promise<Buffer | null> {
    const [row] = await this.database.query<{ hash: Buffer }>(
      "SELECT coalesce(hash, '') AS hash FROM audit_log WHERE position = $1",
      [position],
    );
    return row?.hash ?? null;
  }
}
