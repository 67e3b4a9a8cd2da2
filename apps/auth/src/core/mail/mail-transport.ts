import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTransport, type SendMailOptions, type Transporter } from 'nodemailer';
import { type AppConfig, InjectConfig } from '../config/index.js';
import { newId } from '../database/index.js';
import { AppLogger } from '../telemetry/index.js';
import type { RenderedMail } from './mail-templates.js';

const TIMEOUT_MS = 10_000;

/**
 * Hands mails to the configured SMTP server. Without one they land as files in `DATA_DIR/mail`, and the log says where:
 * enough to try everything out.
 */
@Injectable()
export class MailTransport implements OnModuleDestroy {
  private readonly smtp: Transporter | null;
  private readonly folder: string;

  constructor(
    @InjectConfig() private readonly config: AppConfig,
    private readonly logger: AppLogger,
  ) {
    const { smtpUrl } = config;
    this.folder = join(config.dataDir, 'mail');
    const options = {
      pool: true,
      maxConnections: 3,
      connectionTimeout: TIMEOUT_MS,
      greetingTimeout: TIMEOUT_MS,
      socketTimeout: TIMEOUT_MS,
    };
    this.smtp = smtpUrl === undefined ? null : createTransport({ url: smtpUrl, ...options });
  }

  /**
   * Sends one mail.
   *
   * @param to - a single address
   * @throws Error when it was not taken
   */
  async send(to: string, mail: RenderedMail): Promise<void> {
    const message = {
      from: this.config.mailFrom,
      to: { name: '', address: to },
      ...mail,
      // No answers of holiday notices, no loops (RFC 3834).
      headers: { 'Auto-Submitted': 'auto-generated' },
      disableFileAccess: true,
      disableUrlAccess: true,
    };
    if (this.smtp === null) await this.keepAsFile(message);
    else await this.smtp.sendMail(message);
  }

  onModuleDestroy(): void {
    this.smtp?.close();
  }

  private async keepAsFile(message: SendMailOptions): Promise<void> {
    const composer = createTransport({ streamTransport: true, buffer: true });
    const { message: raw } = await composer.sendMail(message);
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    const file = join(this.folder, `${newId()}.eml`);
    writeFileSync(file, raw as Buffer, { mode: 0o600 });
    this.logger.log({ file }, 'no SMTP server is configured: a mail was kept as a file');
  }
}
