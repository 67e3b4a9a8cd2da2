import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { plainFailure } from '../errors/index.js';
import { AppLogger } from '../telemetry/index.js';
import { MailKinds } from './mail-kinds.js';
import { MailTemplates } from './mail-templates.js';
import { MailTransport } from './mail-transport.js';
import { type DueMail, OutgoingMailRepository } from './outgoing-mail.repository.js';

const EVERY_MS = 5_000;
const AT_ONCE = 3;
const FIRST_DELAY_SECONDS = 15;
const LONGEST_DELAY_SECONDS = 1800;

/** Sends what lies in the outbox, in the background. A mail server that fails delays mails and nothing else. */
@Injectable()
export class MailDelivery implements OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | null = null;
  private again = false;

  constructor(
    private readonly mails: OutgoingMailRepository,
    private readonly kinds: MailKinds,
    private readonly templates: MailTemplates,
    private readonly transport: MailTransport,
    private readonly logger: AppLogger,
  ) {}

  /** From now on mails go out by themselves. */
  start(): void {
    this.timer ??= setInterval(() => this.wake(), EVERY_MS).unref();
    this.wake();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    this.timer = undefined;
    await this.running;
  }

  /** There is something to send. */
  wake(): void {
    if (this.timer === undefined) return;
    this.again = true;
    this.running ??= this.run().finally(() => (this.running = null));
  }

  /** Sends all that is due. */
  async deliver(): Promise<void> {
    for (;;) {
      const due = await this.mails.take(AT_ONCE);
      if (due.length === 0) return;
      await Promise.all(due.map((mail) => this.send(mail)));
    }
  }

  private async run(): Promise<void> {
    while (this.again && this.timer !== undefined) {
      this.again = false;
      await this.deliver().catch((err: unknown) => this.logger.warn({ err }, 'the outbox cannot be read'));
    }
  }

  private async send(mail: DueMail): Promise<void> {
    try {
      const kind = this.kinds.find(mail.kind);
      const composed = (await kind?.compose(mail.recipient, mail.data)) ?? null;
      if (composed === null) {
        await this.mails.markNotNeeded(mail.id);
        return;
      }
      const { template = mail.kind, locale = 'en', values } = composed;
      const rendered = this.templates.render(template, locale, values);
      await this.transport.send(mail.recipient, rendered);
      await this.mails.markSent(mail.id);
    } catch (err) {
      await this.fail(mail, err);
    }
  }

  private async fail({ id, kind, attempts }: DueMail, err: unknown): Promise<void> {
    const seconds = Math.min(FIRST_DELAY_SECONDS * 2 ** Math.min(attempts - 1, 20), LONGEST_DELAY_SECONDS);
    const isGivenUp = await this.mails.postpone(id, seconds, plainFailure(err)).catch(() => false);
    if (isGivenUp)
      this.logger.error({ err, mail: id, kind }, 'a mail could not be sent for a day and is given up');
    else this.logger.warn({ err, mail: id, kind, seconds }, 'a mail could not be sent, yet');
  }
}
