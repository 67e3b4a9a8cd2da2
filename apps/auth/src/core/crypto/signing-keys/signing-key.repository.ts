import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { SigningKey } from './signing-key.entity.js';

/** Reads and writes signing keys. */
@Injectable()
export class SigningKeyRepository {
  constructor(private readonly database: Database) {}

  /** All keys, the newest first. */
  findAll(): Promise<SigningKey[]> {
    return this.database.repository(SigningKey).find({ order: { createdAt: 'DESC', id: 'ASC' } });
  }

  /** Keeps a new key, unless another instance was quicker: then that one's counts. */
  async insertIfFirst(key: Omit<SigningKey, 'createdAt' | 'retiredAt'>): Promise<void> {
    await this.database.repository(SigningKey).createQueryBuilder().insert().values(key).orIgnore().execute();
  }
}
