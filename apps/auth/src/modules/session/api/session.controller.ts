import { Controller, Delete, Get, HttpCode, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RequirePermission } from '../../../core/access/index.js';
import { PageQuery, UuidParam } from '../../../core/http/index.js';
import { EndSessionAsAdministrator } from '../domain/commands/end-session-as-administrator.js';
import { GetSessionStory } from '../domain/queries/get-session-story.js';
import { GetSession } from '../domain/queries/get-session.js';
import { ListSessions } from '../domain/queries/list-sessions.js';
import { type SessionPage, SessionQuery, type SessionResponse, type StoryPage } from './session.dto.js';

@ApiTags('sessions')
@Controller('auth/v1/all-sessions')
export class SessionController {
  constructor(
    private readonly listSessions: ListSessions,
    private readonly getSession: GetSession,
    private readonly getSessionStory: GetSessionStory,
    private readonly endSession: EndSessionAsAdministrator,
  ) {}

  /** List anyone's sessions, ended ones too. */
  @Get()
  @RequirePermission('session:read')
  list(@Query() query: SessionQuery): Promise<SessionPage> {
    return this.listSessions.execute(query) as Promise<SessionPage>;
  }

  /** Read one session. */
  @Get(':id')
  @RequirePermission('session:read')
  find(@UuidParam() id: string): Promise<SessionResponse> {
    return this.getSession.execute(id);
  }

  /** Read what happened to a session, the newest first. */
  @Get(':id/story')
  @RequirePermission('session:read')
  story(@UuidParam() id: string, @Query() query: PageQuery): Promise<StoryPage> {
    return this.getSessionStory.execute(id, query) as Promise<StoryPage>;
  }

  /** End anyone's session. */
  @Delete(':id')
  @HttpCode(204)
  @RequirePermission('session:end')
  end(@UuidParam() id: string): Promise<void> {
    return this.endSession.execute(id);
  }
}
