import { Global, Module } from '@nestjs/common';
import { PermissionCatalogue, SessionTerminator } from '../../core/access/index.js';
import { OwnSessionController } from './api/own-session.controller.js';
import { SessionController } from './api/session.controller.js';
import { EndOwnSession } from './domain/commands/end-own-session.js';
import { EndSessionAsAdministrator } from './domain/commands/end-session-as-administrator.js';
import { EndSession } from './domain/commands/end-session.js';
import { EndUserSessions } from './domain/commands/end-user-sessions.js';
import { NoteSessionUse } from './domain/commands/note-session-use.js';
import { OpenBrowserSession } from './domain/commands/open-browser-session.js';
import { OpenImpersonation } from './domain/commands/open-impersonation.js';
import { OpenSession } from './domain/commands/open-session.js';
import { ReturnToOwnSession } from './domain/commands/return-to-own-session.js';
import { RotateRefreshToken } from './domain/commands/rotate-refresh-token.js';
import { PruneSessions } from './domain/commands/prune-sessions.js';
import { StrengthenSession } from './domain/commands/strengthen-session.js';
import { CountLiveSessions } from './domain/queries/count-live-sessions.js';
import { FindLiveSession } from './domain/queries/find-live-session.js';
import { FindRefreshToken } from './domain/queries/find-refresh-token.js';
import { GetSession } from './domain/queries/get-session.js';
import { ListEndedSessions } from './domain/queries/list-ended-sessions.js';
import { ListLiveImpersonations } from './domain/queries/list-live-impersonations.js';
import { ListOwnSessions } from './domain/queries/list-own-sessions.js';
import { ListSessions } from './domain/queries/list-sessions.js';
import { GetSessionStory } from './domain/queries/get-session-story.js';
import { ImpersonationRepository } from './domain/impersonation.repository.js';
import { RefreshTokenRepository } from './domain/refresh-token.repository.js';
import { SessionCache } from './domain/session-cache.js';
import { SessionEventRepository } from './domain/session-event.repository.js';
import { SessionRepository } from './domain/session.repository.js';

const doors = [
  OpenSession,
  OpenBrowserSession,
  OpenImpersonation,
  ReturnToOwnSession,
  RotateRefreshToken,
  EndOwnSession,
  EndSession,
  EndSessionAsAdministrator,
  EndUserSessions,
  StrengthenSession,
  FindLiveSession,
  FindRefreshToken,
  ListEndedSessions,
  ListLiveImpersonations,
  ListOwnSessions,
  ListSessions,
  GetSession,
  GetSessionStory,
  NoteSessionUse,
  CountLiveSessions,
];

/**
 * Owns sessions and their refresh tokens: from the moment somebody is known to be who they say until the end.
 * Who that is, and what they may do, is decided elsewhere. Global for the sake of the port it implements.
 */
@Global()
@Module({
  controllers: [OwnSessionController, SessionController],
  providers: [
    SessionRepository,
    RefreshTokenRepository,
    ImpersonationRepository,
    SessionEventRepository,
    SessionCache,
    PruneSessions,
    ...doors,
    { provide: SessionTerminator, useExisting: EndUserSessions },
  ],
  exports: [...doors, SessionTerminator],
})
export class SessionModule {
  constructor(catalogue: PermissionCatalogue) {
    catalogue.declare(
      {
        key: 'session',
        description: "Anyone's sessions",
        actions: { read: 'See all sessions', end: "End anyone's session" },
      },
      {
        key: 'own_session',
        description: "One's own sessions",
        actions: { read: 'See your sessions', end: 'End your sessions' },
      },
    );
  }
}
