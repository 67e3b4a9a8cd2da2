import { Injectable } from '@nestjs/common';
import type { Page } from '../../../../core/http/page.js';
import type { SessionListQuery, SessionView } from '../session.view.js';
import { ListSessions } from './list-sessions.js';

/** Whose sessions, and from which of them the question comes. */
export interface Asker {
  readonly userId: string;
  readonly sessionId: string;
}

/** Lists one's own live sessions and marks the one that asks. */
@Injectable()
export class ListOwnSessions {
  constructor(private readonly listSessions: ListSessions) {}

  /** @throws AppError `invalid_cursor` */
  async execute(
    asker: Asker,
    query: Pick<SessionListQuery, 'limit' | 'cursor'>,
  ): Promise<Page<SessionView & { current: boolean }>> {
    const page = await this.listSessions.execute({ ...query, userId: asker.userId, active: true });
    return {
      ...page,
      items: page.items.map((session) => ({ ...session, current: session.id === asker.sessionId })),
    };
  }
}
