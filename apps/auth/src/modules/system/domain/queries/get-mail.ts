import { Injectable } from '@nestjs/common';
import { assertThat } from '../../../../core/errors/index.js';
import { MailLog, type MailView } from '../../../../core/mail/index.js';

/** Reads what became of one mail. */
@Injectable()
export class GetMail {
  constructor(private readonly mails: MailLog) {}

  /** @throws AppError `not_found` */
  async execute(id: string): Promise<MailView> {
    const mail = await this.mails.find(id);
    assertThat(mail !== null, 'not_found');
    return mail;
  }
}
