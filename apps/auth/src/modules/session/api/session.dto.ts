import { Transform } from 'class-transformer';
import { IsBoolean, IsOptional, IsUUID } from 'class-validator';
import type { SessionEndReason } from '../../../core/access/index.js';
import { PageQuery } from '../../../core/http/page.dto.js';

/** Which sessions are wanted. */
export class SessionQuery extends PageQuery {
  /** Whose. */
  @IsOptional()
  @IsUUID()
  userId?: string;

  /** `true`: live ones; `false`: ended and expired ones. */
  @IsOptional()
  @IsBoolean()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  active?: boolean;
}

/** One login on one device. */
export class SessionResponse {
  id!: string;
  userId!: string;
  userEmail!: string;
  /** `token`: a client app. `browser`: the panel. */
  kind!: 'token' | 'browser';
  userAgent!: string;
  ipAddress!: string;
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
