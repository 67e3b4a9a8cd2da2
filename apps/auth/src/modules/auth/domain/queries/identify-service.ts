import { Injectable } from '@nestjs/common';
import type { Principal } from '../../../../core/access/index.js';
import type { AccessTokenClaims } from '../../../../core/crypto/index.js';
import { FindServiceAccount, type LiveServiceAccount } from '../../../service-account/index.js';
import { ScopedPermissions } from '../scoped-permissions.js';

/** Tells which service calls by an access token of its own: it must still be there, and may what it was given. */
@Injectable()
export class IdentifyService {
  private readonly scoped = new ScopedPermissions();

  constructor(private readonly findServiceAccount: FindServiceAccount) {}

  /** The caller, if it is in memory; null when it has to be asked. */
  recall(claims: AccessTokenClaims): Principal | null {
    const account = this.findServiceAccount.recall(claims.userId);
    return account === undefined ? null : this.principalOf(account, claims);
  }

  /** @returns null for a service that is unknown or disabled */
  async execute(claims: AccessTokenClaims): Promise<Principal | null> {
    const account = await this.findServiceAccount.execute(claims.userId);
    return account === null ? null : this.principalOf(account, claims);
  }

  private principalOf(
    { id, permissions: held }: LiveServiceAccount,
    { scope }: AccessTokenClaims,
  ): Principal {
    const permissions = scope === null ? held : this.scoped.of(held, scope);
    return {
      userId: id,
      sessionId: id,
      credential: 'service_account',
      scope: permissions,
      permissions,
      authenticatedAt: new Date(0),
      level: 'aal1',
    };
  }
}
