import { Injectable } from '@nestjs/common';
import { sameHash, sha256 } from '../../../../core/crypto/index.js';
import { assertThat } from '../../../../core/errors/index.js';
import { OneTimeTokens } from '../../../../core/one-time-token/index.js';
import { Login, type LoginTokens } from '../../../auth/index.js';
import { FederatedLoginRepository } from '../federated-login.repository.js';
import { EXCHANGE_PURPOSE, FEDERATED } from './complete-federated-login.js';

/** Gives an app the tokens of a login at another identity provider. */
@Injectable()
export class ExchangeFederatedCode {
  constructor(
    private readonly tokens: OneTimeTokens,
    private readonly logins: FederatedLoginRepository,
    private readonly login: Login,
  ) {}

  /**
   * @param code - from the address to which the browser was led back; works once, for a minute
   * @param codeVerifier - whose S256 the app had sent (RFC 7636)
   * @throws AppError `invalid_link`, `second_factor_required`
   */
  async execute(code: string, codeVerifier: string, deviceToken?: string): Promise<LoginTokens> {
    const subject = await this.tokens.consume(code, EXCHANGE_PURPOSE);
    const login = subject?.subjectId == null ? null : await this.logins.findForApp(subject.subjectId);
    assertThat(login?.userId != null && login.appChallenge !== null, 'invalid_link');
    const challenge = Buffer.from(login.appChallenge, 'base64url');
    assertThat(sameHash(challenge, sha256(codeVerifier)), 'invalid_link');
    return this.login.open({ id: login.userId, passwordSetAt: null }, FEDERATED, deviceToken);
  }
}
