import { Injectable } from '@nestjs/common';
import { decodeCursor, type Page, toPage } from '../../../../core/http/page.js';
import { SessionRepository } from '../session.repository.js';
import type { SessionListQuery, SessionView } from '../session.view.js';

const SORT = '-id';

/** Lists sessions, the newest first. */
@Injectable()
export class ListSessions {
  constructor(private readonly sessions: SessionRepository) {}

  /** @throws AppError `invalid_cursor` */
  async execute(query: SessionListQuery): Promise<Page<SessionView>> {
    const after = query.cursor === undefined ? null : decodeCursor(SORT, query.cursor);
    const rows = await this.sessions.list(query, after?.id ?? null);
    return toPage(rows, query.limit, SORT, ({ id }) => ({ value: null, id }));
  }
}
