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
      items: page.items.map((session) => ({
        ...hidePlace(session),
        current: session.id === asker.sessionId,
      })),
    };
  }
}

/** Where an administrator is does not concern whom they act for. */
const hidePlace = (session: SessionView): SessionView =>
  session.impersonatorId === null ? session : { ...session, ipAddress: '', userAgent: '', device: '' };
