import { Injectable } from '@nestjs/common';
import { randomNonce, randomPKCECodeVerifier } from 'openid-client';
import { type AppConfig, InjectConfig } from '../../../../core/config/index.js';
import { issueOpaqueToken, randomSecret, sha256 } from '../../../../core/crypto/index.js';
import { newId } from '../../../../core/database/index.js';
import { AppError } from '../../../../core/errors/index.js';
import { RequestThrottle } from '../../../../core/throttle/index.js';
import { FederatedLoginRepository } from '../federated-login.repository.js';
import { IdentityProviders } from '../identity-providers.js';

/** Seconds that somebody has at the provider. */
export const FEDERATED_LOGIN_SECONDS = 600;
const CHALLENGE = /^[\w-]{43}$/;

/** What a login is to lead to. */
export type FederatedPurpose =
  | { readonly kind: 'login'; readonly returnTo: string }
  | { readonly kind: 'link'; readonly userId: string; readonly sessionId: string; readonly returnTo: string }
  | { readonly kind: 'app'; readonly returnUrl: string; readonly codeChallenge: string };

/** A login that has begun. */
export interface StartedLogin {
  /** Where to send the browser. */
  readonly url: string;
  /** What the browser keeps meanwhile. */
  readonly browserSecret: string;
}

/** Begins a login at another identity provider. */
@Injectable()
export class StartFederatedLogin {
  constructor(
    @InjectConfig() private readonly config: AppConfig,
    private readonly providers: IdentityProviders,
    private readonly logins: FederatedLoginRepository,
    private readonly throttle: RequestThrottle,
  ) {}

  /** @throws AppError `not_found`, `dependency_unavailable`, `invalid_request` for a return address that is not configured, `too_many_attempts` */
  async execute(name: string, purpose: FederatedPurpose): Promise<StartedLogin> {
    const provider = this.providers.get(name);
    if (purpose.kind === 'app') this.assertKnown(purpose);
    const { loginFailuresPerNetwork, loginFailureWindowSeconds } = this.config;
    await this.throttle.count('federated-login', loginFailuresPerNetwork, loginFailureWindowSeconds);
    const state = issueOpaqueToken(newId());
    const browserSecret = randomSecret();
    const secrets = { state: state.text, nonce: randomNonce(), codeVerifier: randomPKCECodeVerifier() };
    const url = await this.providers.authorizationUrl(provider, secrets);
    const login = {
      browserHash: sha256(browserSecret),
      provider: name,
      nonce: secrets.nonce,
      codeVerifier: secrets.codeVerifier,
      returnTo: purpose.kind === 'app' ? purpose.returnUrl : purpose.returnTo,
      linkUserId: purpose.kind === 'link' ? purpose.userId : null,
      linkSessionId: purpose.kind === 'link' ? purpose.sessionId : null,
      appChallenge: purpose.kind === 'app' ? purpose.codeChallenge : null,
    };
    await this.logins.insert(state, login, FEDERATED_LOGIN_SECONDS);
    return { url: url.href, browserSecret };
  }

  /** Addresses are compared exactly (RFC 9700, section 4.1.3). */
  private assertKnown({ returnUrl, codeChallenge }: Extract<FederatedPurpose, { kind: 'app' }>): void {
    if (!this.config.federationReturnUrls.includes(returnUrl))
      throw AppError.forField('invalid_request', 'returnUrl', 'This address is not configured.');
    if (!CHALLENGE.test(codeChallenge))
      throw AppError.forField('invalid_request', 'codeChallenge', 'Must be a challenge by S256 (RFC 7636).');
  }
}
