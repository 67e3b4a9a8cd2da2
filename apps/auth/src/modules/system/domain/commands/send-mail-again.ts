import { Injectable } from '@nestjs/common';
import { Database, Transactional } from '../../../../core/database/index.js';
import { assertThat } from '../../../../core/errors/index.js';
import { MailLog } from '../../../../core/mail/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';

/** Tries a mail at once that waits, was given up or cancelled, and for a day from now. What it says is put together anew. */
@Injectable()
export class SendMailAgain {
  constructor(
    private readonly mails: MailLog,
    private readonly database: Database,
    private readonly audit: RecordAuditEvent,
  ) {}

  /** @throws AppError `not_found`, `conflict` */
  @Transactional()
  async execute(id: string): Promise<void> {
    const mail = await this.mails.find(id);
    assertThat(mail !== null, 'not_found');
    assertThat(await this.mails.sendAgain(id), 'conflict', {
      detail: 'This mail is sent, or being sent at this moment',
    });
    const { kind, recipient, status, attempts } = mail;
    await this.audit.execute({
      action: 'mail.sent_again',
      subjectType: 'mail',
      subjectId: id,
      before: { kind, recipient, status, attempts },
    });
    await this.database.afterCommit(() => this.mails.wake());
  }
}
