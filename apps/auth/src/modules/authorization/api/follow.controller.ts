import { Controller, Get, Headers, type MessageEvent, Query, Sse } from '@nestjs/common';
import { ApiHeader, ApiProduces, ApiTags } from '@nestjs/swagger';
import { concatMap, defer, from, map, merge, type Observable, takeUntil, takeWhile, timer } from 'rxjs';
import { Callers, RequirePermission } from '../../../core/access/index.js';
import { type AppConfig, InjectConfig } from '../../../core/config/index.js';
import { ListEndedSessions } from '../../session/index.js';
import { AuthorizationFeed, type FeedMessage } from '../domain/authorization-feed.js';
import { FollowAuthorization, isGone } from '../domain/queries/follow-authorization.js';
import {
  ChangesQuery,
  type EndedSessionsResponse,
  EventsQuery,
  type SnapshotResponse,
  SubjectsQuery,
  type SubjectPage,
  type UpdateResponse,
} from './follow.dto.js';
import { LastEventId } from './last-event-id.js';

const FOLLOW = 'authorization:follow';

@ApiTags('authorization')
@Controller('auth/v1/authorization')
export class FollowController {
  constructor(
    private readonly followAuthorization: FollowAuthorization,
    private readonly feed: AuthorizationFeed,
    private readonly listEndedSessions: ListEndedSessions,
    private readonly callers: Callers,
    @InjectConfig() private readonly config: AppConfig,
  ) {}

  /** Read all that decisions rest on, apart from the users. */
  @Get('snapshot')
  @RequirePermission(FOLLOW)
  snapshot(): Promise<SnapshotResponse> {
    return this.followAuthorization.snapshot() as Promise<unknown> as Promise<SnapshotResponse>;
  }

  /** List the users of whom more is known than that they are active. */
  @Get('snapshot/users')
  @RequirePermission(FOLLOW)
  users(@Query() query: SubjectsQuery): Promise<SubjectPage> {
    return this.followAuthorization.users(query) as Promise<unknown> as Promise<SubjectPage>;
  }

  /** Read what has changed since a revision. */
  @Get('changes')
  @RequirePermission(FOLLOW)
  changes(@Query() { since }: ChangesQuery): Promise<UpdateResponse> {
    return this.followAuthorization.since(since) as Promise<unknown> as Promise<UpdateResponse>;
  }

  /** List the sessions that have ended while access tokens of theirs may still be good. */
  @Get('ended-sessions')
  @RequirePermission(FOLLOW)
  endedSessions(): Promise<EndedSessionsResponse> {
    return this.listEndedSessions.execute() as Promise<EndedSessionsResponse>;
  }

  /**
   * Follow the changes as server-sent events.
   *
   * `update` carries what `/changes` answers, `heartbeat` comes each second in which nothing has changed, `gone` asks for
   * a new snapshot. `sessions` tells which sessions have ended: first, those whose access tokens may still be good, then
   * each as it ends. `Last-Event-ID`, which browsers send when they connect again, counts before `since`. The stream ends
   * with the right to follow it, and when an access token would have; open it again with a new one.
   */
  @Sse('events')
  @ApiProduces('text/event-stream')
  @ApiHeader({ name: 'Last-Event-ID', required: false, description: 'The revision that was reached.' })
  @RequirePermission(FOLLOW)
  events(
    @Query() { since }: EventsQuery,
    @Headers('authorization') authorization: string,
    @LastEventId() lastEventId?: number,
  ): Observable<MessageEvent> {
    const ended = defer(async () => ({
      type: 'sessions' as const,
      ended: await this.listEndedSessions.execute(),
    }));
    const known = lastEventId ?? since;
    const missed = known === undefined ? from([]) : defer(() => this.missed(known));
    return merge(ended, missed, this.feed.stream).pipe(
      // There is a message each second, so nobody listens for longer than that without the right to.
      concatMap(async (message) => ((await this.callers.mayStill(authorization, FOLLOW)) ? message : null)),
      takeWhile((message) => message !== null),
      map(toEvent),
      takeUntil(timer(this.config.accessTokenSeconds * 1000)),
    );
  }

  private async missed(since: number): Promise<FeedMessage> {
    try {
      return { type: 'update', update: await this.followAuthorization.since(since) };
    } catch (error) {
      if (isGone(error)) return { type: 'gone' };
      throw error;
    }
  }
}

function toEvent(message: FeedMessage): MessageEvent {
  switch (message.type) {
    case 'update':
      return { type: 'update', id: String(message.update.rev), data: message.update };
    case 'heartbeat':
      return { type: 'heartbeat', data: { rev: message.rev, now: message.now } };
    case 'sessions':
      return { type: 'sessions', data: message.ended };
    case 'gone':
      return { type: 'gone', data: {} };
  }
}
