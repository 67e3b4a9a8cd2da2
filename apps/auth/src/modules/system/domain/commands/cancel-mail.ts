import { Injectable } from '@nestjs/common';
import { Transactional } from '../../../../core/database/index.js';
import { assertThat } from '../../../../core/errors/index.js';
import { MailLog } from '../../../../core/mail/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';

/** Gives a mail up that waits or has failed. */
@Injectable()
export class CancelMail {
  constructor(
    private readonly mails: MailLog,
    private readonly audit: RecordAuditEvent,
  ) {}

  /** @throws AppError `not_found`, `conflict` */
  @Transactional()
  async execute(id: string): Promise<void> {
    const mail = await this.mails.find(id);
    assertThat(mail !== null, 'not_found');
    assertThat(await this.mails.cancel(id), 'conflict', {
      detail: 'This mail is sent, or being sent at this moment, or given up already',
    });
    const { kind, recipient, status, attempts } = mail;
    await this.audit.execute({
      action: 'mail.cancelled',
      subjectType: 'mail',
      subjectId: id,
      before: { kind, recipient, status, attempts },
    });
  }
}
