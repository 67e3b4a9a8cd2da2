import { Injectable } from '@nestjs/common';
import {
  EndSessionAsAdministrator,
  GetSession,
  GetSessionStory,
  ListSessions,
} from '../../modules/session/index.js';
import type { PanelDoors, PanelListQuery, PanelResourceOptions } from '../adminjs/panel-resource.types.js';

/** Entries of a story at most; the API has the rest. */
const SHOWN = 100;

/** Sessions, which can be ended. */
@Injectable()
export class SessionPanel implements PanelDoors {
  constructor(
    private readonly listSessions: ListSessions,
    private readonly getSession: GetSession,
    private readonly getSessionStory: GetSessionStory,
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
        { name: 'device', label: 'Device', places: ['list', 'show'] },
        { name: 'userAgent', label: 'Browser or client', places: ['show'] },
        { name: 'method', label: 'Logged in by', places: ['show'] },
        { name: 'createdAt', label: 'Began', type: 'datetime', places: ['list', 'show'] },
        { name: 'lastUsedAt', label: 'Last used', type: 'datetime', places: ['list', 'show'] },
        { name: 'expiresAt', label: 'Ends at the latest', type: 'datetime', places: ['show'] },
        { name: 'endedAt', label: 'Ended', type: 'datetime', places: ['show'] },
        { name: 'endReason', label: 'Why it ended', places: ['show'] },
        { name: 'story', label: 'What happened, the newest first', type: 'textarea', places: ['show'] },
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

  async get(id: string) {
    const [session, { items, nextCursor }] = await Promise.all([
      this.getSession.execute(id),
      this.getSessionStory.execute(id, { limit: SHOWN }),
    ]);
    const lines = items.map(
      ({ at, text }) => `${at.toISOString().slice(0, 19).replace('T', ' ')} UTC: ${text}`,
    );
    return { ...session, story: [...lines, ...(nextCursor === null ? [] : ['…'])].join('\n') };
  }

  remove(id: string): Promise<void> {
    return this.endSession.execute(id);
  }
}
