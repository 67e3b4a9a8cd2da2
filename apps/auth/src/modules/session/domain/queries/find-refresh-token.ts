import { Injectable } from '@nestjs/common';
import { readOpaqueToken } from '../../../../core/crypto/index.js';
import { type PresentedRefreshToken, RefreshTokenRepository } from '../refresh-token.repository.js';

/** Tells which refresh token somebody presents, without using it up. */
@Injectable()
export class FindRefreshToken {
  constructor(private readonly refreshTokens: RefreshTokenRepository) {}

  /** @returns null for one that was never issued */
  async execute(text: string): Promise<PresentedRefreshToken | null> {
    const presented = readOpaqueToken(text);
    return presented === null ? null : this.refreshTokens.find(presented);
  }
}
