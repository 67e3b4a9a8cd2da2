import { Injectable } from '@nestjs/common';
import { levelOf } from '../../../../core/access/index.js';
import { AccessTokens } from '../../../../core/crypto/index.js';
import { assertThat } from '../../../../core/errors/index.js';
import { RotateRefreshToken } from '../../../session/index.js';
import type { TokenSet } from '../token-set.js';

/** Exchanges a refresh token for new tokens. */
@Injectable()
export class Refresh {
  constructor(
    private readonly rotateRefreshToken: RotateRefreshToken,
    private readonly accessTokens: AccessTokens,
  ) {}

  /** @throws AppError `invalid_refresh_token` */
  async execute(presented: string): Promise<TokenSet> {
    const rotated = await this.rotateRefreshToken.execute(presented);
    assertThat(rotated !== null, 'invalid_refresh_token');
    const { sessionId, refreshToken } = rotated;
    const accessToken = this.accessTokens.issue({ ...rotated, level: levelOf(rotated.references) });
    return {
      accessToken,
      tokenType: 'Bearer',
      expiresIn: this.accessTokens.lifeSeconds,
      refreshToken,
      sessionId,
    };
  }
}
