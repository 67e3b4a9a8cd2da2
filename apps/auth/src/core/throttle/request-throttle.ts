import { Injectable } from '@nestjs/common';
import { RequestContext } from '../context/index.js';
import { AppError } from '../errors/index.js';
import { RequestCountRepository } from './request-count.repository.js';

/** Slows down who asks for the same thing too often, by network or by what it is about, over all instances. */
@Injectable()
export class RequestThrottle {
  constructor(
    private readonly counts: RequestCountRepository,
    private readonly context: RequestContext,
  ) {}

  /**
   * Counts a request of this client.
   *
   * @param name - what is counted, for example `sign-up`
   * @throws AppError `too_many_attempts`
   */
  async count(name: string, limit: number, windowSeconds: number): Promise<void> {
    const { count, waitSeconds } = await this.counts.addForNetwork(
      name,
      this.context.client.ipAddress,
      windowSeconds,
    );
    assertWithin(limit, count, waitSeconds);
  }

  /**
   * Counts what is asked about one thing, from wherever.
   *
   * @param subject - for example a user's UUID
   * @throws AppError `too_many_attempts`
   */
  async countFor(name: string, subject: string, limit: number, windowSeconds: number): Promise<void> {
    const { count, waitSeconds } = await this.counts.addForSubject(name, subject, windowSeconds);
    assertWithin(limit, count, waitSeconds);
  }

  /** What was counted for a thing counts no more. */
  async forget(name: string, subject: string): Promise<void> {
    await this.counts.forget(name, subject);
  }

  /** Forgets what no longer counts. */
  async prune(): Promise<void> {
    await this.counts.prune();
  }
}

function assertWithin(limit: number, count: number, waitSeconds: number): void {
  if (count > limit) throw AppError.tooManyAttempts(waitSeconds);
}
