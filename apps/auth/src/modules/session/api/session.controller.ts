import { Controller, Delete, Get, HttpCode, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RequirePermission } from '../../../core/access/index.js';
import { UuidParam } from '../../../core/http/index.js';
import { EndSessionAsAdministrator } from '../domain/commands/end-session-as-administrator.js';
import { GetSession } from '../domain/queries/get-session.js';
import { ListSessions } from '../domain/queries/list-sessions.js';
import { type SessionPage, SessionQuery, type SessionResponse } from './session.dto.js';

@ApiTags('sessions')
@Controller('auth/v1/all-sessions')
export class SessionController {
  constructor(
    private readonly listSessions: ListSessions,
    private readonly getSession: GetSession,
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

  /** End anyone's session. */
  @Delete(':id')
  @HttpCode(204)
  @RequirePermission('session:end')
  end(@UuidParam() id: string): Promise<void> {
    return this.endSession.execute(id);
  }
}
