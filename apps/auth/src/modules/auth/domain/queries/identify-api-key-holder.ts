import { Injectable } from '@nestjs/common';
import type { PermissionSet } from '@auth-service/authorization';
import type { Principal } from '../../../../core/access/index.js';
import { FindApiKey, type LiveApiKey } from '../../../api-key/index.js';
import { FindPermissions } from '../../../authorization/index.js';
import { ScopedPermissions } from '../scoped-permissions.js';

/** Tells who calls by an API key: its owner, who may what the key and they themselves may at this moment. */
@Injectable()
export class IdentifyApiKeyHolder {
  private readonly scoped = new ScopedPermissions();

  constructor(
    private readonly findApiKey: FindApiKey,
    private readonly findPermissions: FindPermissions,
  ) {}

  /** Tells an API key from an access token. */
  recognises(text: string): boolean {
    return this.findApiKey.isApiKey(text);
  }

  /** The caller, if all that is needed is in memory; null when something has to be asked. */
  recall(text: string): Principal | null {
    const key = this.findApiKey.recall(text);
    const held = key === null ? undefined : this.findPermissions.recall(key.userId, key.level);
    return key === null || held === undefined ? null : this.principalOf(key, held);
  }

  /** @returns null for a key that is not good */
  async execute(text: string): Promise<Principal | null> {
    const key = await this.findApiKey.execute(text);
    return key === null
      ? null
      : this.principalOf(key, await this.findPermissions.execute(key.userId, key.level));
  }

  /** Nobody has just shown who they are: what asks for that is not for keys. */
  private principalOf({ id, userId, scope, level }: LiveApiKey, held: PermissionSet): Principal {
    return {
      userId,
      sessionId: id,
      credential: 'api_key',
      scope,
      permissions: this.scoped.of(held, scope),
      authenticatedAt: new Date(0),
      level,
    };
  }
}
