import { Injectable } from '@nestjs/common';
import { assertThat } from '../../../../core/errors/index.js';
import { decodeCursor, type Page, toPage } from '../../../../core/http/page.js';
import { SessionEventRepository } from '../session-event.repository.js';
import { type StoryEntry, tell } from '../session-story.js';
import { SessionRepository } from '../session.repository.js';
import type { SessionListQuery } from '../session.view.js';

const SORT = '-at';

/** Tells what happened to a session: login, refreshes, lost races, alarms and end, the newest first. */
@Injectable()
export class GetSessionStory {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly events: SessionEventRepository,
  ) {}

  /**
   * @param userId - whose it must be
   * @throws AppError `not_found`, also for a session of somebody else; `invalid_cursor`
   */
  async execute(
    sessionId: string,
    { limit, cursor }: Pick<SessionListQuery, 'limit' | 'cursor'>,
    userId?: string,
  ): Promise<Page<StoryEntry>> {
    const session = await this.sessions.findView(sessionId);
    assertThat(session !== null && (userId ?? session.userId) === session.userId, 'not_found');
    const after = cursor === undefined ? null : decodeCursor(SORT, cursor);
    const rows = await this.events.story(sessionId, limit, after?.id ?? null);
    const page = toPage(rows, limit, SORT, ({ id }) => ({ value: null, id }));
    // Where an administrator is does not concern whom they act for.
    const isHidden = userId !== undefined && session.impersonatorId !== null;
    const items = page.items.map((row) =>
      tell(isHidden ? { ...row, ipAddress: null, userAgent: null } : row),
    );
    return { ...page, items };
  }
}
