import { Injectable } from '@nestjs/common';
import { SigningKeyRepository, type SigningKeyView } from '../../../../core/crypto/index.js';

/** Of the removed ones the latest. */
const LIMIT = 100;

/** Lists the signing keys, the active one first. */
@Injectable()
export class ListSigningKeys {
  constructor(private readonly keys: SigningKeyRepository) {}

  execute(): Promise<SigningKeyView[]> {
    return this.keys.list(LIMIT);
  }
}
