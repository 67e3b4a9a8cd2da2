import { Injectable } from '@nestjs/common';
import { AuthenticatorRepository } from '../authenticator.repository.js';
import type { SecondFactorMethod } from '../authenticator.view.js';

/** By what an account can show a second factor; empty when it has none. */
@Injectable()
export class FindSecondFactors {
  constructor(private readonly authenticators: AuthenticatorRepository) {}

  execute(userId: string): Promise<SecondFactorMethod[]> {
    return this.authenticators.methodsOf(userId);
  }
}
