import { Injectable } from '@nestjs/common';
import { type AppConfig, InjectConfig } from '../../../../core/config/index.js';
import { SessionRepository } from '../session.repository.js';

/** Those who verify tokens may accept one for so long after its end, since clocks differ. */
const TOLERANCE_SECONDS = 60;

/** Sessions that ended a short time ago. */
export interface EndedSessions {
  readonly ids: readonly string[];
  /** The database's clock: milliseconds since 1970. */
  readonly now: number;
  /** How long access tokens of theirs may still be good. */
  readonly tokenSeconds: number;
}

/** Tells which sessions have ended while access tokens of theirs may still be good, for services that verify by themselves. */
@Injectable()
export class ListEndedSessions {
  private readonly tokenSeconds: number;

  constructor(
    @InjectConfig() { accessTokenSeconds }: AppConfig,
    private readonly sessions: SessionRepository,
  ) {
    this.tokenSeconds = accessTokenSeconds + TOLERANCE_SECONDS;
  }

  /** @param seconds - how far back; as long as access tokens live when nothing is said */
  async execute(seconds = this.tokenSeconds): Promise<EndedSessions> {
    const ended = await this.sessions.listEnded(seconds);
    return { ...ended, tokenSeconds: this.tokenSeconds };
  }
}
