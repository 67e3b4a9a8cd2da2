import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { decodeJwt } from 'jose';
import { ServiceCredentials } from '../following/service-credentials.js';
import { GuardSettings } from '../module/guard-settings.js';

/**
 * Stops the boot when the auth service's tokens are of another issuer, or for another audience, than the options say: every
 * caller would be refused, and nothing would tell why. This service's own token shows it.
 */
@Injectable()
export class OwnTokenAudit implements OnApplicationBootstrap {
  constructor(
    private readonly settings: GuardSettings,
    private readonly credentials: ServiceCredentials,
  ) {}

  /** @throws Error that says which option to set, and to what */
  async onApplicationBootstrap(): Promise<void> {
    // Why there is none is told by those who need it.
    const token = await this.credentials.token().catch(() => null);
    if (token === null) return;
    const { iss, aud } = decodeJwt(token);
    assertSame('issuer', this.settings.issuer, [iss].flat());
    assertSame('audience', this.settings.audience, [aud].flat());
  }
}

function assertSame(option: string, set: string, named: readonly (string | undefined)[]): void {
  if (named.includes(set)) return;
  throw new Error(
    `AuthGuardModule: set \`${option}\` to ${named.join(' or ')}, as the tokens of the auth service say; it is ${set}.`,
  );
}
