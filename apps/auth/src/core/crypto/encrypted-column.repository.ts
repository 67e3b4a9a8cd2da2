import { Injectable } from '@nestjs/common';
import { Database } from '../database/index.js';
import type { EncryptedColumn } from './encrypted-column.js';
import type { EncryptedData } from './encryption-at-rest.js';

/** Reads and writes encrypted columns, whichever they are. */
@Injectable()
export class EncryptedColumnRepository {
  constructor(private readonly database: Database) {}

  /** The values that are encrypted under another key than this one, locked until the transaction's end. */
  lockOutdated(column: EncryptedColumn, keyId: string): Promise<({ id: string } & EncryptedData)[]> {
    const { table, id, data, encryptionKeyId } = column;
    return this.database.query(
      `SELECT ${id} AS id, ${data} AS data, ${encryptionKeyId} AS "encryptionKeyId" FROM ${table}
       WHERE ${data} IS NOT NULL AND ${encryptionKeyId} <> $1 ORDER BY ${id} FOR UPDATE`,
      [keyId],
    );
  }

  async replace(column: EncryptedColumn, id: string, encrypted: EncryptedData): Promise<void> {
    await this.database.query(
      `UPDATE ${column.table} SET ${column.data} = $2, ${column.encryptionKeyId} = $3 WHERE ${column.id} = $1`,
      [id, encrypted.data, encrypted.encryptionKeyId],
    );
  }
}
