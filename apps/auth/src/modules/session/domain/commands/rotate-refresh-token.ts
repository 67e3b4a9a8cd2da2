import { Injectable } from '@nestjs/common';
import { type AppConfig, InjectConfig } from '../../../../core/config/index.js';
import { issueOpaqueToken, readOpaqueToken } from '../../../../core/crypto/index.js';
import { newId } from '../../../../core/database/index.js';
import { RefreshTokenRepository, type Rotation } from '../refresh-token.repository.js';
import { EndSession } from './end-session.js';

/** A rotation that succeeded, with the new token that is shown this once. */
export type RotatedSession = Extract<Rotation, { kind: 'rotated' }> & { readonly refreshToken: string };

/**
 * Exchanges a refresh token for its successor. A token that was exchanged before is taken for stolen: its session
 * ends with every token of it (RFC 9700, section 4.14).
 */
@Injectable()
export class RotateRefreshToken {
  constructor(
    @InjectConfig() private readonly config: AppConfig,
    private readonly refreshTokens: RefreshTokenRepository,
    private readonly endSession: EndSession,
  ) {}

  /** @returns null when the token is not valid; thrown, a refusal would roll the end of the session back */
  async execute(refreshToken: string): Promise<RotatedSession | null> {
    const presented = readOpaqueToken(refreshToken);
    if (presented === null) return null;
    const successor = issueOpaqueToken(newId());
    const rotation = await this.refreshTokens.rotate(presented, successor, this.config.sessionIdleSeconds);
    if (rotation.kind === 'rotated') return { ...rotation, refreshToken: successor.text };
    if (rotation.kind === 'reused') await this.endSession.execute(rotation.sessionId, 'refresh_token_reuse');
    return null;
  }
}
