import { Injectable } from '@nestjs/common';
import { AccessTokens } from '../../../../core/crypto/index.js';
import { AppError } from '../../../../core/errors/index.js';
import { FindApiKey, RevokeApiKey } from '../../../api-key/index.js';
import { EndSession, FindRefreshToken } from '../../../session/index.js';
import { OAuthError } from '../oauth-error.js';

/**
 * Revokes a token that a service has got hold of (RFC 7009): its session ends, or the API key is revoked. Having the token
 * is reason enough. A token that is none, or was none any more, is no error.
 */
@Injectable()
export class RevokeToken {
  constructor(
    private readonly accessTokens: AccessTokens,
    private readonly findRefreshToken: FindRefreshToken,
    private readonly endSession: EndSession,
    private readonly findApiKey: FindApiKey,
    private readonly revokeApiKey: RevokeApiKey,
  ) {}

  /** @throws OAuthError `unsupported_token_type` for the access token of a service */
  async execute(token: string): Promise<void> {
    if (this.findApiKey.isApiKey(token)) return this.revokeKey(token);
    const sessionId = (await this.sessionOfRefreshToken(token)) ?? (await this.sessionOfAccessToken(token));
    if (sessionId !== null) await this.endSession.execute(sessionId, 'token_revoked');
  }

  private async revokeKey(text: string): Promise<void> {
    const key = await this.findApiKey.execute(text);
    if (key === null) return;
    await this.revokeApiKey.execute(key.id).catch((error: unknown) => {
      // Revoked by somebody else at the same moment.
      if (!(error instanceof AppError) || error.code !== 'not_found') throw error;
    });
  }

  private async sessionOfRefreshToken(token: string): Promise<string | null> {
    return (await this.findRefreshToken.execute(token))?.sessionId ?? null;
  }

  private async sessionOfAccessToken(token: string): Promise<string | null> {
    const claims = await this.accessTokens.verify(token);
    if (claims !== null && claims.sessionId === null) {
      const description = 'The access token of a service ends with its service account, or within minutes.';
      throw new OAuthError('unsupported_token_type', description);
    }
    return claims?.sessionId ?? null;
  }
}
