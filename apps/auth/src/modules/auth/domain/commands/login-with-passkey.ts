import { Injectable } from '@nestjs/common';
import type { AuthenticationResponseJSON } from '@simplewebauthn/server';
import { RequestThrottle } from '../../../../core/throttle/index.js';
import { type AppConfig, InjectConfig } from '../../../../core/config/index.js';
import { BeginPasskeyAuthentication, VerifyPasskey } from '../../../authenticator/index.js';
import type { AdmittedUser } from './verify-second-factor.js';

/** Establishes who somebody is by a passkey alone: it says whose it is. */
@Injectable()
export class LoginWithPasskey {
  constructor(
    @InjectConfig() private readonly config: AppConfig,
    private readonly throttle: RequestThrottle,
    private readonly beginPasskeyAuthentication: BeginPasskeyAuthentication,
    private readonly verifyPasskey: VerifyPasskey,
  ) {}

  /** Options for the browser. The same for everybody. */
  options(): Promise<object> {
    return this.beginPasskeyAuthentication.execute(null);
  }

  /**
   * @returns whom to log in; a second factor may still be wanted of a passkey that asked for neither finger nor PIN
   * @throws AppError `invalid_passkey`, `too_many_attempts`
   */
  async execute(response: AuthenticationResponseJSON): Promise<AdmittedUser> {
    const { loginFailuresPerNetwork, loginFailureWindowSeconds } = this.config;
    await this.throttle.count('passkey-login', loginFailuresPerNetwork, loginFailureWindowSeconds);
    const { userId, references } = await this.verifyPasskey.execute(null, response);
    return { user: { id: userId, passwordSetAt: null }, authentication: { method: 'passkey', references } };
  }
}
