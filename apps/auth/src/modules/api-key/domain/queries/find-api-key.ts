import { Injectable } from '@nestjs/common';
import { PermissionSet } from '@auth-service/authorization';
import { isDelegable } from '../../../../core/access/index.js';
import { type OpaqueToken, readOpaqueToken, sameHash } from '../../../../core/crypto/index.js';
import { ApiKeyCache } from '../api-key-cache.js';
import { API_KEY_PREFIX } from '../api-key-prefix.js';
import { ApiKeyUsage } from '../api-key-usage.js';
import { ApiKeyRepository } from '../api-key.repository.js';
import type { LiveApiKey } from '../api-key.view.js';
import { OwnerCache } from '../owner-cache.js';

const ACTIVE = { isActive: true } as const;

/** Tells which API key somebody presents, if it is good: asked at each request with one, so answered from memory where possible. */
@Injectable()
export class FindApiKey {
  constructor(
    private readonly keys: ApiKeyRepository,
    private readonly cache: ApiKeyCache,
    private readonly owners: OwnerCache,
    private readonly usage: ApiKeyUsage,
  ) {}

  /** Tells an API key from an access token. */
  isApiKey(text: string): boolean {
    return text.startsWith(API_KEY_PREFIX);
  }

  /** The remembered key, without a question to the database; null when it has to be asked. */
  recall(text: string): LiveApiKey | null {
    const presented = readOpaqueToken(text, API_KEY_PREFIX);
    if (presented === null) return null;
    const key = this.cache.peek(presented.id);
    if (key === undefined || key.endsAt <= Date.now()) return null;
    if (this.owners.peek(key.userId) === undefined) return null;
    return this.accept(key, presented);
  }

  /** @returns null for a key that is unknown, revoked or expired, or whose owner is disabled */
  async execute(text: string): Promise<LiveApiKey | null> {
    const known = this.recall(text);
    const presented = readOpaqueToken(text, API_KEY_PREFIX);
    if (known !== null || presented === null) return known;
    const key = await this.load(presented.id);
    return key === null ? null : this.accept(key, presented);
  }

  /** Key and owner are remembered apart, each until something is announced about it, so each is read on its own. */
  private async load(id: string): Promise<LiveApiKey | null> {
    const key = await this.cache.get(
      id,
      () => this.read(id),
      ({ endsAt }) => endsAt - Date.now(),
    );
    if (key === null) return null;
    const owner = await this.owners.get(key.userId, async () =>
      (await this.read(id)) === null ? null : ACTIVE,
    );
    return owner === null ? null : key;
  }

  private async read(id: string): Promise<LiveApiKey | null> {
    const row = await this.keys.findLive(id);
    if (row === null) return null;
    const { permissions, ...key } = row;
    return { ...key, scope: new PermissionSet(permissions.filter(isDelegable)) };
  }

  private accept(key: LiveApiKey, presented: OpaqueToken): LiveApiKey | null {
    if (!sameHash(key.hash, presented.hash)) return null;
    this.usage.note(key.id);
    return key;
  }
}
