import { Injectable } from '@nestjs/common';
import { EndSessionAsAdministrator, GetSession, ListSessions } from '../../modules/session/index.js';
import type { PanelDoors, PanelListQuery, PanelResourceOptions } from '../adminjs/panel-resource.types.js';

/** Sessions, which can be ended. */
@Injectable()
export class SessionPanel implements PanelDoors {
  constructor(
    private readonly listSessions: ListSessions,
    private readonly getSession: GetSession,
    private readonly endSession: EndSessionAsAdministrator,
  ) {}

  describe(): PanelResourceOptions {
    return {
      id: 'sessions',
      label: 'Sessions',
      singular: 'session',
      icon: 'Monitor',
      permissions: { read: 'session:read', remove: 'session:end' },
      doors: this,
      isFixed: ({ active }) => active !== true,
      removal: {
        label: 'End session',
        icon: 'LogOut',
        confirm: 'End this session? Whoever uses it has to log in again.',
        done: 'Ended.',
      },
      fields: [
        { name: 'userEmail', label: 'User', places: ['list', 'show'], isTitle: true },
        { name: 'userId', label: 'User', places: ['filter'], reference: 'users' },
        { name: 'active', label: 'Live', type: 'boolean', places: ['list', 'show', 'filter'] },
        { name: 'kind', label: 'Kind', places: ['list', 'show'] },
        { name: 'ipAddress', label: 'IP address', places: ['list', 'show'] },
        { name: 'userAgent', label: 'Browser or client', places: ['show'] },
        { name: 'createdAt', label: 'Began', type: 'datetime', places: ['list', 'show'] },
        { name: 'lastUsedAt', label: 'Last used', type: 'datetime', places: ['list', 'show'] },
        { name: 'expiresAt', label: 'Ends at the latest', type: 'datetime', places: ['show'] },
        { name: 'endedAt', label: 'Ended', type: 'datetime', places: ['show'] },
        { name: 'endReason', label: 'Why it ended', places: ['show'] },
      ],
    };
  }

  list({ filters: { userId, active }, limit, cursor }: PanelListQuery) {
    return this.listSessions.execute({
      limit,
      ...(cursor && { cursor }),
      ...(userId && { userId }),
      ...(active && { active: active === 'true' }),
    });
  }

  get(id: string) {
    return this.getSession.execute(id);
  }

  remove(id: string): Promise<void> {
    return this.endSession.execute(id);
  }
}
