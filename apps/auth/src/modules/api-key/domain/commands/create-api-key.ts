import { Injectable } from '@nestjs/common';
import type { PermissionName } from '@auth-service/authorization';
import { isDelegable, type Principal } from '../../../../core/access/index.js';
import { issueOpaqueToken } from '../../../../core/crypto/index.js';
import { newId, Transactional } from '../../../../core/database/index.js';
import { AppError, assertThat } from '../../../../core/errors/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import { API_KEY_PREFIX } from '../api-key-prefix.js';
import { ApiKeyRepository } from '../api-key.repository.js';
import type { ApiKeyView } from '../api-key.view.js';

const MAX_LIVE_KEYS = 50;
const DAY_SECONDS = 86_400;

/** An API key about to be made. */
export interface NewApiKey {
  readonly name: string;
  readonly permissions: readonly PermissionName[];
  readonly expiresInDays: number;
}

/** A person who has logged in, with what they hold by that login. */
export type ApiKeyOwner = Pick<Principal, 'userId' | 'permissions' | 'level'>;

/** An API key just made: its text is shown this once. */
export interface IssuedApiKey extends ApiKeyView {
  readonly apiKey: string;
}

/** Makes an API key for a person who has logged in. It can do no more than they can, now and at any later time. */
@Injectable()
export class CreateApiKey {
  constructor(
    private readonly keys: ApiKeyRepository,
    private readonly audit: RecordAuditEvent,
  ) {}

  /** @throws AppError `escalation_refused`, `invalid_request`, `conflict` for one too many */
  @Transactional()
  async execute(owner: ApiKeyOwner, { name, permissions, expiresInDays }: NewApiKey): Promise<IssuedApiKey> {
    const { userId, level } = owner;
    const names = [...new Set(permissions)].sort();
    const personal = names.filter((permission) => !isDelegable(permission));
    if (personal.length > 0) {
      const message = `only for people who have logged in: ${personal.join(', ')}`;
      throw AppError.forField('invalid_request', 'permissions', message);
    }
    const missing = owner.permissions.missing(names);
    assertThat(missing.length === 0, 'escalation_refused', {
      detail: `You do not hold ${missing.join(', ')}.`,
    });
    const count = await this.keys.countLiveOf(userId);
    assertThat(count < MAX_LIVE_KEYS, 'conflict', {
      detail: `You have ${count} API keys; revoke one first.`,
    });
    const key = issueOpaqueToken(newId(), API_KEY_PREFIX);
    const row = { userId, name, permissions: names, level, lifeSeconds: expiresInDays * DAY_SECONDS };
    await this.keys.insert(key, row);
    const view = await this.keys.findView(key.id);
    assertThat(view !== null, 'not_found');
    await this.audit.execute({
      action: 'api_key.created',
      subjectType: 'api_key',
      subjectId: key.id,
      after: { userId, name, permissions: names, expiresAt: view.expiresAt },
    });
    return { ...view, apiKey: key.text };
  }
}
