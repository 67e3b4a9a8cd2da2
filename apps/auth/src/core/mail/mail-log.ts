import { Injectable } from '@nestjs/common';
import { PeriodicJobs } from '../jobs/index.js';
import { LiveSettings } from '../settings/index.js';
import type { MailListQuery, MailView } from './mail.view.js';
import { MailDelivery } from './mail-delivery.js';
import { OutgoingMailRepository } from './outgoing-mail.repository.js';

const BATCH = 1000;

/** What became of the mails, for MAIL_RETENTION_DAYS: to whom, of which kind, never what they said. */
@Injectable()
export class MailLog {
  constructor(
    private readonly mails: OutgoingMailRepository,
    private readonly delivery: MailDelivery,
    private readonly settings: LiveSettings,
    jobs: PeriodicJobs,
  ) {
    jobs.declare({
      name: 'prune-mails',
      everySeconds: 3600,
      canStop: true,
      run: (signal) => this.prune(signal),
    });
  }

  /** @returns one more than wanted when there are more; the newest first */
  list(query: MailListQuery, afterId: string | null): Promise<MailView[]> {
    return this.mails.list(query, afterId);
  }

  find(id: string): Promise<MailView | null> {
    return this.mails.find(id);
  }

  /** Mails that were given up, or tried in vain more than once so far; the oldest first. */
  troubled(limit: number): Promise<MailView[]> {
    return this.mails.listTroubled(limit);
  }

  /** @returns false when it is sent already, or at this moment, or was not needed */
  sendAgain(id: string): Promise<boolean> {
    return this.mails.sendAgain(id);
  }

  /** @returns false when there is nothing left to give up */
  cancel(id: string): Promise<boolean> {
    return this.mails.cancel(id);
  }

  /** Begins to send what waits. */
  wake(): void {
    this.delivery.wake();
  }

  /** @param signal - ends it after the thousand at hand */
  async prune(signal?: AbortSignal): Promise<void> {
    let pruned = BATCH;
    while (pruned === BATCH && signal?.aborted !== true)
      pruned = await this.mails.prune(this.settings.values.mailRetentionDays, BATCH);
  }
}
