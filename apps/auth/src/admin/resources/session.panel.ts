import { Injectable } from '@nestjs/common';
import { loginMethods, sessionEndReasons } from '../../core/access/index.js';
import {
  EndSessionAsAdministrator,
  GetSession,
  GetSessionStory,
  ListSessions,
  sessionKinds,
  type SessionView,
  type StoryEntry,
} from '../../modules/session/index.js';
import { deviceIn, momentIn, tellStory } from '../../words/index.js';
import type { PanelDoors, PanelListQuery, PanelResourceOptions } from '../adminjs/panel-resource.types.js';

/** Entries of a story at most; the API has the rest. */
const SHOWN = 100;

/** What the page of one session has beside the session. */
interface SessionStory {
  readonly entries: readonly StoryEntry[];
  readonly hasMore: boolean;
}

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
      icon: 'Monitor',
      section: 'people',
      permissions: { read: 'session:read', remove: 'session:end' },
      doors: this,
      isFixed: ({ active }) => active !== true,
      removalIcon: 'LogOut',
      fields: [
        { name: 'userEmail', places: ['list', 'show'], isTitle: true },
        { name: 'userId', places: ['filter'], reference: 'users' },
        { name: 'impersonatorEmail', places: ['list', 'show'] },
        { name: 'active', type: 'boolean', places: ['list', 'show', 'filter'] },
        { name: 'kind', values: sessionKinds, places: ['list', 'show'] },
        { name: 'ipAddress', places: ['list', 'show'] },
        { name: 'device', places: ['list', 'show'] },
        { name: 'userAgent', places: ['show'] },
        { name: 'method', values: loginMethods, places: ['show'] },
        { name: 'createdAt', type: 'datetime', places: ['list', 'show'] },
        { name: 'lastUsedAt', type: 'datetime', places: ['list', 'show'] },
        { name: 'expiresAt', type: 'datetime', places: ['show'] },
        { name: 'endedAt', type: 'datetime', places: ['show'] },
        { name: 'endReason', values: [...sessionEndReasons, 'expired'], places: ['show'] },
        { name: 'story', type: 'textarea', places: ['show'] },
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
    return { ...session, entries: items, hasMore: nextCursor !== null };
  }

  told(row: SessionView & Partial<SessionStory>, language: string) {
    const { device, entries = [], hasMore = false } = row;
    const lines = entries.map((entry) => storyLine(entry, language));
    return {
      ...row,
      device: deviceIn(language, device),
      story: [...lines, ...(hasMore ? ['…'] : [])].join('\n'),
    };
  }

  remove(id: string): Promise<void> {
    return this.endSession.execute(id);
  }
}

const storyLine = (entry: StoryEntry, language: string): string =>
  `${momentIn(language, entry.at)}: ${tellStory(language, entry)}`;
