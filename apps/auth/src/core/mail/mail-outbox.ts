import { Injectable } from '@nestjs/common';
import { Database, newId, Transactional } from '../database/index.js';
import { LiveSettings } from '../settings/index.js';
import { AppLogger } from '../telemetry/index.js';
import { MailDelivery } from './mail-delivery.js';
import type { MailValues } from './mail-kinds.js';
import { OutgoingMailRepository } from './outgoing-mail.repository.js';

/** Where the modules put their mails. They go out after the commit, soon, or as soon as the mail server is back. */
@Injectable()
export class MailOutbox {
  constructor(
    private readonly settings: LiveSettings,
    private readonly database: Database,
    private readonly mails: OutgoingMailRepository,
    private readonly delivery: MailDelivery,
    private readonly logger: AppLogger,
  ) {}

  /**
   * Queues a mail, inside the caller's transaction where there is one. An address that has had enough of them gets no
   * more within the hour, and nobody is told.
   *
   * @param kind - as declared in MailKinds
   * @param recipient - address, in lower case
   * @param data - for the kind's composer; no secrets
   */
  @Transactional()
  async queue(kind: string, recipient: string, data: MailValues = {}): Promise<void> {
    const queued = await this.mails.insertWithin(
      { id: newId(), kind, recipient, data },
      this.settings.values.mailsPerAddressPerHour,
    );
    if (queued) await this.database.afterCommit(() => this.delivery.wake());
    else this.logger.warn({ kind }, 'an address has had enough mails for this hour');
  }
}
