import { Injectable } from '@nestjs/common';
import { readOpaqueToken } from '../../../../core/crypto/index.js';
import { RefreshTokenRepository } from '../refresh-token.repository.js';

/** Finds the session that a refresh token belongs to. */
@Injectable()
export class FindSessionOfToken {
  constructor(private readonly refreshTokens: RefreshTokenRepository) {}

  /** @returns null for a token that was never issued */
  async execute(refreshToken: string): Promise<string | null> {
    const token = readOpaqueToken(refreshToken);
    return token === null ? null : this.refreshTokens.findSessionId(token);
  }
}
