import { Global, Module } from '@nestjs/common';
import { MailDelivery } from './mail-delivery.js';
import { MailKinds } from './mail-kinds.js';
import { MailOutbox } from './mail-outbox.js';
import { MailTemplates } from './mail-templates.js';
import { MailTransport } from './mail-transport.js';
import { OutgoingMailRepository } from './outgoing-mail.repository.js';

/** Owns outgoing mail: the outbox, the templates, the mail server. What is written, and to whom, is the modules' affair. */
@Global()
@Module({
  providers: [MailKinds, MailTemplates, MailTransport, MailDelivery, MailOutbox, OutgoingMailRepository],
  exports: [MailKinds, MailTemplates, MailDelivery, MailOutbox],
})
export class MailModule {}
