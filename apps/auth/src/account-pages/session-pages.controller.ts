import { Get, Post, Query } from '@nestjs/common';
import { CurrentPrincipal, type Principal, RequirePermission } from '../core/access/index.js';
import { PageQuery, UuidParam } from '../core/http/index.js';
import {
  EndOwnSession,
  EndUserSessions,
  GetSessionStory,
  ListOwnSessions,
} from '../modules/session/index.js';
import { ACCOUNT_PATH } from './http/account-path.js';
import { AccountPages } from './http/account-pages.decorator.js';
import { type Answer, Redirect } from './http/page.js';
import { sessionStoryPage } from './pages/session-story.page.js';
import { sessionsPage } from './pages/sessions.page.js';

const SHOWN = 100;

/** One's own sessions. */
@AccountPages()
export class SessionPagesController {
  constructor(
    private readonly listOwnSessions: ListOwnSessions,
    private readonly getSessionStory: GetSessionStory,
    private readonly endOwnSession: EndOwnSession,
    private readonly endUserSessions: EndUserSessions,
  ) {}

  @Get('sessions')
  @RequirePermission('own_session:read')
  async show(@CurrentPrincipal() principal: Principal, @Query('done') done?: string): Promise<Answer> {
    const { items, nextCursor } = await this.listOwnSessions.execute(principal, { limit: SHOWN });
    return sessionsPage({ sessions: items, more: nextCursor !== null, done });
  }

  @Get('sessions/:id')
  @RequirePermission('own_session:read')
  async story(
    @CurrentPrincipal() { userId }: Principal,
    @UuidParam() id: string,
    @Query() query: PageQuery,
  ): Promise<Answer> {
    const { items, nextCursor } = await this.getSessionStory.execute(id, query, userId);
    return sessionStoryPage({ id, entries: items, nextCursor });
  }

  @Post('sessions/end-others')
  @RequirePermission('own_session:end')
  async endOthers(@CurrentPrincipal() { userId, sessionId }: Principal): Promise<Answer> {
    await this.endUserSessions.execute(userId, 'ended_by_user', sessionId);
    return new Redirect(`${ACCOUNT_PATH}/sessions?done=sessions-ended`);
  }

  @Post('sessions/:id/end')
  @RequirePermission('own_session:end')
  async end(@CurrentPrincipal() { userId }: Principal, @UuidParam() id: string): Promise<Answer> {
    await this.endOwnSession.execute(userId, id);
    return new Redirect(`${ACCOUNT_PATH}/sessions?done=session-ended`);
  }
}
