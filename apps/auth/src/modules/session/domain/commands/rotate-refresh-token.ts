import { Injectable } from '@nestjs/common';
import { type AppConfig, InjectConfig } from '../../../../core/config/index.js';
import { RequestContext } from '../../../../core/context/index.js';
import {
  deriveOpaqueToken,
  EncryptionAtRest,
  type IssuedOpaqueToken,
  issueOpaqueToken,
  type OpaqueToken,
  readOpaqueToken,
  sameHash,
} from '../../../../core/crypto/index.js';
import { newId, Transactional } from '../../../../core/database/index.js';
import { type RefreshedSession, RefreshTokenRepository } from '../refresh-token.repository.js';
import { SessionEventRepository } from '../session-event.repository.js';
import { EndSession } from './end-session.js';

const PURPOSE = 'successors of refresh tokens';

/** A rotation that succeeded, with the new token that is shown to whoever has the old one alone. */
export type RotatedSession = RefreshedSession & { readonly refreshToken: string };

/**
 * Exchanges a refresh token for its successor. A token that was exchanged before is taken for stolen: its session
 * ends with every token of it (RFC 9700, section 4.14). Where REFRESH_GRACE_SECONDS allows for lost answers, the token
 * exchanged last gets the same successor once more for so long; the successor follows from it, and is stored nowhere.
 */
@Injectable()
export class RotateRefreshToken {
  constructor(
    @InjectConfig() private readonly config: AppConfig,
    private readonly refreshTokens: RefreshTokenRepository,
    private readonly events: SessionEventRepository,
    private readonly encryption: EncryptionAtRest,
    private readonly context: RequestContext,
    private readonly endSession: EndSession,
  ) {}

  /** @returns null when the token is not valid; thrown, a refusal would roll the end of the session back */
  async execute(refreshToken: string): Promise<RotatedSession | null> {
    const presented = readOpaqueToken(refreshToken);
    if (presented === null) return null;
    const successor = this.successorOf(refreshToken);
    const rotation = await this.refreshTokens.rotate(
      presented,
      successor,
      this.config.sessionIdleSeconds,
      this.context.client,
    );
    if (rotation.kind === 'rotated') return { ...rotation, refreshToken: successor.text };
    if (rotation.kind === 'invalid') return null;
    return (await this.repeat(presented, refreshToken)) ?? this.refuse(presented, rotation.sessionId);
  }

  private successorOf(refreshToken: string): IssuedOpaqueToken {
    if (this.config.refreshGraceSeconds === 0) return issueOpaqueToken(newId());
    const [key] = this.encryption.deriveKeys(PURPOSE);
    return deriveOpaqueToken(newId(), refreshToken, key);
  }

  /** The answer that was lost, once more. */
  private async repeat(presented: OpaqueToken, refreshToken: string): Promise<RotatedSession | null> {
    const { refreshGraceSeconds } = this.config;
    if (refreshGraceSeconds === 0) return null;
    const found = await this.refreshTokens.findSuccessor(presented, refreshGraceSeconds);
    if (found === null) return null;
    const { session, successor } = found;
    const derived = this.encryption
      .deriveKeys(PURPOSE)
      .map((key) => deriveOpaqueToken(successor.id, refreshToken, key))
      .find(({ hash }) => sameHash(hash, successor.hash));
    if (derived === undefined) return null;
    await this.events.noteSecondUse(session.sessionId, presented.id, true, this.context.client);
    return { ...session, refreshToken: derived.text };
  }

  @Transactional()
  protected async refuse({ id }: OpaqueToken, sessionId: string): Promise<null> {
    await this.events.noteSecondUse(sessionId, id, false, this.context.client);
    await this.endSession.execute(sessionId, 'refresh_token_reuse');
    return null;
  }
}
