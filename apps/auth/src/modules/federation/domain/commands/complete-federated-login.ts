import { Injectable } from '@nestjs/common';
import type { Authentication } from '../../../../core/access/index.js';
import { readOpaqueToken, sha256 } from '../../../../core/crypto/index.js';
import { AppError, assertThat } from '../../../../core/errors/index.js';
import { OneTimeTokens } from '../../../../core/one-time-token/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import type { AdmittedUser } from '../../../auth/index.js';
import { FederatedLoginRepository, type ReturnedLogin } from '../federated-login.repository.js';
import { IdentityProviders } from '../identity-providers.js';
import { FindOrMakeUser } from './find-or-make-user.js';
import { LinkIdentity } from './link-identity.js';

/** What a code for an app is called among the one-time tokens. */
export const EXCHANGE_PURPOSE = 'federated_exchange';
const EXCHANGE_SECONDS = 60;
/** A login by another identity provider. */
export const FEDERATED: Authentication = { method: 'federated', references: ['fed'] };

/** What came of it. */
export type CompletedLogin =
  | { readonly kind: 'login'; readonly admitted: AdmittedUser; readonly returnTo: string }
  | { readonly kind: 'linked'; readonly returnTo: string }
  | { readonly kind: 'app'; readonly url: string };

/** Ends a login at another identity provider: the browser came back. */
@Injectable()
export class CompleteFederatedLogin {
  constructor(
    private readonly providers: IdentityProviders,
    private readonly logins: FederatedLoginRepository,
    private readonly tokens: OneTimeTokens,
    private readonly findOrMakeUser: FindOrMakeUser,
    private readonly linkIdentity: LinkIdentity,
    private readonly audit: RecordAuditEvent,
  ) {}

  /**
   * @param query - of the address at which the browser came back, as it is
   * @param browserSecret - from the browser's cookie
   * @throws AppError `federation_refused`, `dependency_unavailable`, `already_exists` for an identity of somebody else
   */
  async execute(name: string, query: string, browserSecret: string | undefined): Promise<CompletedLogin> {
    try {
      return await this.complete(name, query, browserSecret);
    } catch (error) {
      if (error instanceof AppError && error.status < 500) await this.recordFailure(name, error);
      throw error;
    }
  }

  private async complete(
    name: string,
    query: string,
    browserSecret: string | undefined,
  ): Promise<CompletedLogin> {
    const provider = this.providers.get(name);
    const state = new URLSearchParams(query).get('state') ?? '';
    const token = readOpaqueToken(state);
    const login =
      token === null || browserSecret === undefined
        ? null
        : await this.logins.use(token, sha256(browserSecret), name);
    assertThat(login !== null, 'federation_refused', {
      detail: 'This login was begun elsewhere, or is too old.',
    });
    const { nonce, codeVerifier, returnTo, linkUserId, linkSessionId } = login;
    const identity = await this.providers.redeem(provider, query, { state, nonce, codeVerifier });
    if (linkUserId !== null && linkSessionId !== null) {
      await this.linkIdentity.execute(linkUserId, linkSessionId, identity);
      return { kind: 'linked', returnTo };
    }
    const userId = await this.findOrMakeUser.execute(provider, identity);
    if (login.appChallenge !== null) return { kind: 'app', url: await this.leadBack(login, userId) };
    return {
      kind: 'login',
      admitted: { user: { id: userId, passwordSetAt: null }, authentication: FEDERATED },
      returnTo,
    };
  }

  private async leadBack({ id, returnTo }: ReturnedLogin, userId: string): Promise<string> {
    await this.logins.noteUser(id, userId);
    const url = new URL(returnTo);
    url.searchParams.set('code', await this.tokens.issue(EXCHANGE_PURPOSE, id, EXCHANGE_SECONDS));
    return url.href;
  }

  private async recordFailure(provider: string, error: AppError): Promise<void> {
    await this.audit.execute({
      action: 'auth.login',
      outcome: 'failure',
      subjectType: 'identity_provider',
      subjectId: provider,
      reason: error.code,
      after: { detail: error.message },
    });
  }
}
