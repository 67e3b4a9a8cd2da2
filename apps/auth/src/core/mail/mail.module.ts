import { Global, Module } from '@nestjs/common';
import { MailDelivery } from './mail-delivery.js';
import { MailKinds } from './mail-kinds.js';
import { MailLog } from './mail-log.js';
import { MailOutbox } from './mail-outbox.js';
import { MailTemplates } from './mail-templates.js';
import { MailTransport } from './mail-transport.js';
import { OutgoingMailRepository } from './outgoing-mail.repository.js';

/** Owns outgoing mail: the outbox, the templates, the mail server. What is written, and to whom, is the modules' affair. */
@Global()
@Module({
  providers: [
    MailKinds,
    MailTemplates,
    MailTransport,
    MailDelivery,
    MailOutbox,
    MailLog,
    OutgoingMailRepository,
  ],
  exports: [MailKinds, MailTemplates, MailDelivery, MailOutbox, MailLog],
})
export class MailModule {}
