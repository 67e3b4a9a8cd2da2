import { Injectable } from '@nestjs/common';
import type { PermissionSet } from '@auth-service/authorization';
import { type AppConfig, InjectConfig } from '../../../../core/config/index.js';
import { AccessTokens } from '../../../../core/crypto/index.js';
import { FindApiKey } from '../../../api-key/index.js';
import { IdentifyCaller } from '../../../auth/index.js';
import { FindRefreshToken } from '../../../session/index.js';

/** What is told of a token (RFC 7662, section 2.2). Of one that is not good nothing else. */
export type Introspection =
  { readonly active: false } | ({ readonly active: true } & Readonly<Record<string, unknown>>);

const INACTIVE: Introspection = { active: false };

/**
 * Tells whether a token is good at this moment (RFC 7662): not only signed and unexpired, but with a session that lives
 * and a person or service that is active. Takes access tokens, refresh tokens and API keys.
 */
@Injectable()
export class IntrospectToken {
  constructor(
    @InjectConfig() private readonly config: AppConfig,
    private readonly accessTokens: AccessTokens,
    private readonly identifyCaller: IdentifyCaller,
    private readonly findApiKey: FindApiKey,
    private readonly findRefreshToken: FindRefreshToken,
  ) {}

  async execute(token: string): Promise<Introspection> {
    const principal = await this.identifyCaller.byToken(token);
    if (principal === null) return this.refreshToken(token);
    const { credential, permissions } = principal;
    if (credential === 'api_key') return this.apiKey(token, permissions);
    const claims = this.accessTokens.decode(token);
    return {
      ...claims,
      active: true,
      token_type: 'Bearer',
      ...(credential === 'service_account' && { scope: scopeOf(permissions) }),
    };
  }

  private async apiKey(text: string, permissions: PermissionSet): Promise<Introspection> {
    const key = await this.findApiKey.execute(text);
    if (key === null) return INACTIVE;
    return {
      active: true,
      token_type: 'Bearer',
      iss: this.config.issuer,
      sub: key.userId,
      scope: scopeOf(permissions),
      iat: Math.floor(key.createdAt / 1000),
      exp: Math.floor(key.endsAt / 1000),
    };
  }

  private async refreshToken(text: string): Promise<Introspection> {
    const token = await this.findRefreshToken.execute(text);
    if (token?.isGood !== true) return INACTIVE;
    return {
      active: true,
      iss: this.config.issuer,
      sub: token.userId,
      sid: token.sessionId,
      client_id: this.config.clientId,
      iat: Math.floor(token.issuedAt.getTime() / 1000),
      exp: Math.floor(token.expiresAt.getTime() / 1000),
    };
  }
}

const scopeOf = (permissions: PermissionSet): string => permissions.toSortedArray().join(' ');
