import { Injectable } from '@nestjs/common';
import { GetApiKey, ListApiKeys, RevokeApiKey } from '../../modules/api-key/index.js';
import type { PanelDoors, PanelListQuery, PanelResourceOptions } from '../adminjs/panel-resource.types.js';

/** API keys, which can be revoked. Their owners make them. */
@Injectable()
export class ApiKeyPanel implements PanelDoors {
  constructor(
    private readonly listApiKeys: ListApiKeys,
    private readonly getApiKey: GetApiKey,
    private readonly revokeApiKey: RevokeApiKey,
  ) {}

  describe(): PanelResourceOptions {
    return {
      id: 'api-keys',
      icon: 'Key',
      section: 'access',
      permissions: { read: 'api_key:read', remove: 'api_key:revoke' },
      doors: this,
      isFixed: ({ active }) => active !== true,
      removalIcon: 'XCircle',
      fields: [
        { name: 'name', places: ['list', 'show'], isTitle: true },
        { name: 'userEmail', places: ['list', 'show'] },
        { name: 'userId', places: ['filter'], reference: 'users' },
        { name: 'active', type: 'boolean', places: ['list', 'show', 'filter'] },
        { name: 'permissions', type: 'set', places: ['show'] },
        { name: 'createdAt', type: 'datetime', places: ['list', 'show'] },
        { name: 'expiresAt', type: 'datetime', places: ['list', 'show'] },
        { name: 'lastUsedAt', type: 'datetime', places: ['list', 'show'] },
        { name: 'revokedAt', type: 'datetime', places: ['show'] },
      ],
    };
  }

  list({ filters: { userId, active }, limit, cursor }: PanelListQuery) {
    return this.listApiKeys.execute({
      limit,
      ...(cursor && { cursor }),
      ...(userId && { userId }),
      ...(active && { active: active === 'true' }),
    });
  }

  get(id: string) {
    return this.getApiKey.execute(id);
  }

  remove(id: string): Promise<void> {
    return this.revokeApiKey.execute(id);
  }
}
