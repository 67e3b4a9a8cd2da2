import { Injectable } from '@nestjs/common';
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  ClientError,
  ClientSecretPost,
  type Configuration,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  ResponseBodyError,
} from 'openid-client';
import { type AppConfig, type IdentityProvider, InjectConfig } from '../../../core/config/index.js';
import { AppError, assertThat } from '../../../core/errors/index.js';
import { limitedFetch } from './limited-fetch.js';
import { type ProvenIdentity, readClaims } from './proven-identity.js';

/** Seconds for each question to a provider. */
const TIMEOUT_SECONDS = 1.8;
const RETRY_SECONDS = 30;
/** What was discovered is asked for anew after so long. */
const FRESH_MS = 3_600_000;

/** What is sent along and compared with what comes back. */
export interface AuthorizationSecrets {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
}

/** Speaks OpenID Connect with the configured providers. */
@Injectable()
export class IdentityProviders {
  private readonly discovered = new Map<string, { configuration: Configuration; until: number }>();

  constructor(@InjectConfig() private readonly config: AppConfig) {}

  all(): readonly IdentityProvider[] {
    return this.config.identityProviders;
  }

  /** @throws AppError `not_found` */
  get(name: string): IdentityProvider {
    const provider = this.config.identityProviders.find((known) => known.name === name);
    assertThat(provider !== undefined, 'not_found');
    return provider;
  }

  /**
   * Where to send the browser.
   *
   * @throws AppError `dependency_unavailable` when the provider cannot be asked
   */
  async authorizationUrl(provider: IdentityProvider, secrets: AuthorizationSecrets): Promise<URL> {
    const configuration = await this.discover(provider);
    return buildAuthorizationUrl(configuration, {
      redirect_uri: this.callbackOf(provider),
      scope: provider.scope,
      state: secrets.state,
      nonce: secrets.nonce,
      code_challenge: await calculatePKCECodeChallenge(secrets.codeVerifier),
      code_challenge_method: 'S256',
      // Not every provider knows it, and one that does not refuses.
      ...(provider.isGoogle && { prompt: 'select_account' }),
      ...(provider.isGoogle && provider.domains.length === 1 && { hd: provider.domains[0] ?? '' }),
    });
  }

  /**
   * Exchanges the code that the browser brought. The ID token is checked: signature, issuer, audience, nonce, times.
   *
   * @param query - of the address at which the browser came back, as it is
   * @throws AppError `federation_refused`, `dependency_unavailable`
   */
  async redeem(
    provider: IdentityProvider,
    query: string,
    { state, nonce, codeVerifier }: AuthorizationSecrets,
  ): Promise<ProvenIdentity> {
    const configuration = await this.discover(provider);
    const checks = {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: codeVerifier,
      idTokenExpected: true,
    };
    try {
      const url = new URL(`${this.callbackOf(provider)}?${query}`);
      const tokens = await authorizationCodeGrant(configuration, url, checks);
      const claims = tokens.claims();
      if (claims === undefined) throw new Error('no ID token');
      const known =
        claims.email !== undefined || configuration.serverMetadata().userinfo_endpoint === undefined;
      const more = known ? {} : await fetchUserInfo(configuration, tokens.access_token, claims.sub);
      return readClaims({ ...more, ...claims }, provider);
    } catch (cause) {
      if (isUnreachable(cause)) throw unavailable(cause);
      const detail = hasCode(cause, 'access_denied')
        ? 'The login was cancelled.'
        : 'The answer of the provider was not valid.';
      throw new AppError('federation_refused', { detail, cause });
    }
  }

  private callbackOf({ name }: IdentityProvider): string {
    return `${this.config.publicUrl}/auth/account/federation/${name}/callback`;
  }

  private async discover(provider: IdentityProvider): Promise<Configuration> {
    const known = this.discovered.get(provider.name);
    if (known !== undefined && known.until > Date.now()) return known.configuration;
    try {
      const configuration = await discovery(
        new URL(provider.issuer),
        provider.clientId,
        undefined,
        ClientSecretPost(provider.clientSecret),
        {
          timeout: TIMEOUT_SECONDS,
          [customFetch]: limitedFetch,
          execute: [
            enableNonRepudiationChecks,
            // Loopback alone, and never in production: the configuration sees to it.
            // eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so that it stands out
            ...(provider.issuer.startsWith('http:') ? [allowInsecureRequests] : []),
          ],
        },
      );
      this.discovered.set(provider.name, { configuration, until: Date.now() + FRESH_MS });
      return configuration;
    } catch (cause) {
      // What was known before serves until the provider is back.
      if (known !== undefined) return known.configuration;
      throw unavailable(cause);
    }
  }
}

const unavailable = (cause: unknown): AppError =>
  new AppError('dependency_unavailable', {
    detail: 'The identity provider does not answer.',
    retryAfter: RETRY_SECONDS,
    cause,
  });

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'error' in error && error.error === code;

/** No connection, no answer in time, or a fault of the provider's own. */
function isUnreachable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { cause } = error;
  const status =
    error instanceof ResponseBodyError ? error.status : cause instanceof Response ? cause.status : 0;
  const isTimeout = error instanceof ClientError && error.code === 'OAUTH_TIMEOUT';
  return status >= 500 || isTimeout || (error instanceof TypeError && error.message === 'fetch failed');
}
