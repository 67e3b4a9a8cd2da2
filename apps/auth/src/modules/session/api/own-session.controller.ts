import { Controller, Delete, Get, HttpCode, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, type Principal, RequirePermission } from '../../../core/access/index.js';
import { PageQuery, UuidParam } from '../../../core/http/index.js';
import { EndOwnSession } from '../domain/commands/end-own-session.js';
import { EndUserSessions } from '../domain/commands/end-user-sessions.js';
import { GetSessionStory } from '../domain/queries/get-session-story.js';
import { ListOwnSessions } from '../domain/queries/list-own-sessions.js';
import type { OwnSessionPage, StoryPage } from './session.dto.js';

@ApiTags('sessions')
@Controller('auth/v1/sessions')
export class OwnSessionController {
  constructor(
    private readonly listOwnSessions: ListOwnSessions,
    private readonly getSessionStory: GetSessionStory,
    private readonly endOwnSession: EndOwnSession,
    private readonly endUserSessions: EndUserSessions,
  ) {}

  /** List your own live sessions. */
  @Get()
  @RequirePermission('own_session:read')
  list(@CurrentPrincipal() principal: Principal, @Query() query: PageQuery): Promise<OwnSessionPage> {
    return this.listOwnSessions.execute(principal, query) as Promise<OwnSessionPage>;
  }

  /** Read what happened to one of your own sessions, the newest first. */
  @Get(':id/story')
  @RequirePermission('own_session:read')
  story(
    @CurrentPrincipal() { userId }: Principal,
    @UuidParam() id: string,
    @Query() query: PageQuery,
  ): Promise<StoryPage> {
    return this.getSessionStory.execute(id, query, userId) as Promise<StoryPage>;
  }

  /** End all your other sessions. */
  @Delete()
  @HttpCode(204)
  @RequirePermission('own_session:end')
  async endOthers(@CurrentPrincipal() { userId, sessionId }: Principal): Promise<void> {
    await this.endUserSessions.execute(userId, 'ended_by_user', sessionId);
  }

  /** End one of your own sessions. */
  @Delete(':id')
  @HttpCode(204)
  @RequirePermission('own_session:end')
  end(@CurrentPrincipal() { userId }: Principal, @UuidParam() id: string): Promise<void> {
    return this.endOwnSession.execute(userId, id);
  }
}
