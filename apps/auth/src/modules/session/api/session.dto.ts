import { Transform } from 'class-transformer';
import { IsBoolean, IsUUID } from 'class-validator';
import { asBoolean, IfPresent, lowerCase } from '../../../core/http/index.js';
import type { LoginMethod, SessionEndReason } from '../../../core/access/index.js';
import { PageQuery } from '../../../core/http/page.dto.js';
import type { StoryKind } from '../domain/session-story.js';

/** Which sessions are wanted. */
export class SessionQuery extends PageQuery {
  /** Whose. */
  @IfPresent()
  @IsUUID()
  @Transform(lowerCase)
  userId?: string;

  /** `true`: live ones; `false`: ended and expired ones. */
  @IfPresent()
  @IsBoolean()
  @Transform(asBoolean)
  active?: boolean;
}

/** One login on one device. */
export class SessionResponse {
  id!: string;
  userId!: string;
  userEmail!: string;
  /** `token`: a client app. `browser`: the panel. */
  kind!: 'token' | 'browser';
  /** What people call the device, for example `Firefox on Windows`. */
  device!: string;
  userAgent!: string;
  ipAddress!: string;
  /** How the person came in. */
  method!: LoginMethod;
  /** Who acts in the user's name by it; null: the user. */
  impersonatorId!: string | null;
  impersonatorEmail!: string | null;
  createdAt!: Date;
  lastUsedAt!: Date;
  /** When it ends if it is not used before. */
  expiresAt!: Date;
  endedAt!: Date | null;
  endReason!: SessionEndReason | 'expired' | null;
  active!: boolean;
}

/** One of your own logins. */
export class OwnSessionResponse extends SessionResponse {
  /** Whether this request belongs to it. */
  current!: boolean;
}

/** Something that happened to a session. */
export class StoryEntryResponse {
  at!: Date;
  kind!: StoryKind;
  /** What happened, in a sentence. */
  text!: string;
  /** What there is beside the kind: the login's method, what was shown, seconds, why it ended, or which limit was reached. */
  detail!: string | null;
  /** From where, if that is known. */
  ipAddress!: string | null;
  /** On what, if that is known. */
  device!: string | null;
}

/** A page of a session's story. */
export class StoryPage {
  items!: StoryEntryResponse[];
  /** Where the next page begins; null on the last one. */
  nextCursor!: string | null;
}

/** A page of sessions. */
export class SessionPage {
  items!: SessionResponse[];
  /** Where the next page begins; null on the last one. */
  nextCursor!: string | null;
}

/** A page of your own sessions. */
export class OwnSessionPage {
  items!: OwnSessionResponse[];
  /** Where the next page begins; null on the last one. */
  nextCursor!: string | null;
}
