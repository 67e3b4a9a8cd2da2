export { SessionModule } from './session.module.js';
export { SESSION_TOPIC } from './domain/session-cache.js';
export { Session } from './domain/session.entity.js';
export { SessionEvent } from './domain/session-event.entity.js';
export { sessionKinds } from './domain/session-kind.js';
export { type StoryEntry, storyKinds } from './domain/session-story.js';
export { RefreshToken } from './domain/refresh-token.entity.js';
export type { LiveImpersonation } from './domain/impersonation.repository.js';
export type { LiveSession, SessionListQuery, SessionView } from './domain/session.view.js';
export { EndOwnSession } from './domain/commands/end-own-session.js';
export { EndSession } from './domain/commands/end-session.js';
export { EndSessionAsAdministrator } from './domain/commands/end-session-as-administrator.js';
export { EndUserSessions } from './domain/commands/end-user-sessions.js';
export { NoteSessionUse } from './domain/commands/note-session-use.js';
export { OpenBrowserSession } from './domain/commands/open-browser-session.js';
export {
  type Impersonation,
  IMPERSONATION_TOPIC,
  OpenImpersonation,
} from './domain/commands/open-impersonation.js';
export { OpenSession, type OpenedSession } from './domain/commands/open-session.js';
export { type ReturnedToOwnSession, ReturnToOwnSession } from './domain/commands/return-to-own-session.js';
export { RotateRefreshToken } from './domain/commands/rotate-refresh-token.js';
export { StrengthenSession } from './domain/commands/strengthen-session.js';
export { CountLiveSessions } from './domain/queries/count-live-sessions.js';
export { FindLiveSession } from './domain/queries/find-live-session.js';
export { FindRefreshToken } from './domain/queries/find-refresh-token.js';
export { GetSession } from './domain/queries/get-session.js';
export { GetSessionStory } from './domain/queries/get-session-story.js';
export { type EndedSessions, ListEndedSessions } from './domain/queries/list-ended-sessions.js';
export { ListLiveImpersonations } from './domain/queries/list-live-impersonations.js';
export { ListOwnSessions } from './domain/queries/list-own-sessions.js';
export { ListSessions } from './domain/queries/list-sessions.js';
