import { Injectable } from '@nestjs/common';
import {
  deriveOpaqueToken,
  EncryptionAtRest,
  readOpaqueToken,
  sameHash,
} from '../../../core/crypto/index.js';
import { newId } from '../../../core/database/index.js';

const PURPOSE = 'device tokens';

/**
 * Issues and recognises the tokens by which devices are known. A token tells that somebody logged in to this account on
 * that device; it follows from a key, so that nothing is stored and nobody else can make one.
 */
@Injectable()
export class DeviceTokens {
  constructor(private readonly encryption: EncryptionAtRest) {}

  /**
   * @param email - normalized address of who has just logged in
   * @param presented - the token that the device had; kept when it is this account's
   */
  issue(email: string, presented?: string): string {
    if (presented !== undefined && this.recognise(email, presented) !== null) return presented;
    const [key] = this.encryption.deriveKeys(PURPOSE);
    return deriveOpaqueToken(newId(), email, key).text;
  }

  /** @returns id of the device; null when nobody has logged in to this account with that token */
  recognise(email: string, text: string): string | null {
    const token = readOpaqueToken(text);
    if (token === null) return null;
    const isOurs = this.encryption
      .deriveKeys(PURPOSE)
      .some((key) => sameHash(deriveOpaqueToken(token.id, email, key).hash, token.hash));
    return isOurs ? token.id : null;
  }
}
