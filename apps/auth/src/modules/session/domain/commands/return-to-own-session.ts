import { Injectable } from '@nestjs/common';
import { issueOpaqueToken, type OpaqueToken, readOpaqueToken } from '../../../../core/crypto/index.js';
import { Transactional } from '../../../../core/database/index.js';
import { ImpersonationRepository } from '../impersonation.repository.js';
import { EndSession } from './end-session.js';

/** The way back out of somebody else's name. */
export interface ReturnedToOwnSession {
  /** In whose name the administrator has acted. */
  readonly userId: string;
  /** Of the administrator's own session; null when that one is over too. */
  readonly cookieSecret: string | null;
}

/**
 * Ends an impersonation, if it has not ended by itself, and gives the browser back its administrator's own session. Both
 * cookies are needed and must belong together, so that neither can be put in from outside. The own session gets a new
 * secret: what was kept aside opens nothing any more.
 */
@Injectable()
export class ReturnToOwnSession {
  constructor(
    private readonly impersonations: ImpersonationRepository,
    private readonly endSession: EndSession,
  ) {}

  /** @returns null for cookies that do not belong together */
  @Transactional()
  async execute(impersonationSecret: string, ownSecret: string): Promise<ReturnedToOwnSession | null> {
    const found = await this.find(impersonationSecret, ownSecret);
    if (found === null) return null;
    const { impersonation, own, userId } = found;
    await this.endSession.execute(impersonation.id, 'logout');
    const renewed = issueOpaqueToken(own.id);
    const isRenewed = await this.impersonations.renewSecret(own, renewed);
    return { userId, cookieSecret: isRenewed ? renewed.text : null };
  }

  /** Whether there is a way back. */
  async isPossible(impersonationSecret: string, ownSecret: string): Promise<boolean> {
    return (await this.find(impersonationSecret, ownSecret)) !== null;
  }

  private async find(impersonationSecret: string, ownSecret: string): Promise<FoundWay | null> {
    const [impersonation, own] = [impersonationSecret, ownSecret].map((secret) => readOpaqueToken(secret));
    if (!impersonation || !own) return null;
    const opened = await this.impersonations.findOpenedFrom(impersonation, own);
    return opened && { impersonation, own, userId: opened.userId };
  }
}

interface FoundWay {
  readonly impersonation: OpaqueToken;
  readonly own: OpaqueToken;
  readonly userId: string;
}
