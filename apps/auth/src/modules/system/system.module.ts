import { Module } from '@nestjs/common';
import { PermissionCatalogue } from '../../core/access/index.js';
import { HealthController } from './api/health.controller.js';
import { JobController } from './api/job.controller.js';
import { LogLevelController } from './api/log-level.controller.js';
import { MailController } from './api/mail.controller.js';
import { RootController } from './api/root.controller.js';
import { SettingsController } from './api/settings.controller.js';
import { CancelJob } from './domain/commands/cancel-job.js';
import { CancelMail } from './domain/commands/cancel-mail.js';
import { ChangeLogLevel } from './domain/commands/change-log-level.js';
import { ChangeSetting } from './domain/commands/change-setting.js';
import { RunJob } from './domain/commands/run-job.js';
import { SendMailAgain } from './domain/commands/send-mail-again.js';
import { HealthRepository } from './domain/health.repository.js';
import { CheckReadiness } from './domain/queries/check-readiness.js';
import { GetMail } from './domain/queries/get-mail.js';
import { ListJobs } from './domain/queries/list-jobs.js';
import { ListMails } from './domain/queries/list-mails.js';
import { ListSettings } from './domain/queries/list-settings.js';

const doors = [
  ListSettings,
  ChangeSetting,
  ListJobs,
  RunJob,
  CancelJob,
  ListMails,
  GetMail,
  SendMailAgain,
  CancelMail,
];

/** Owns what operators ask of the service itself: its parts, its health, its settings, its work and mails in the background. */
@Module({
  controllers: [
    RootController,
    HealthController,
    LogLevelController,
    SettingsController,
    JobController,
    MailController,
  ],
  providers: [HealthRepository, CheckReadiness, ChangeLogLevel, ...doors],
  exports: doors,
})
export class SystemModule {
  constructor(catalogue: PermissionCatalogue) {
    catalogue.declare(
      {
        key: 'system',
        description: 'The service itself',
        actions: { read: 'See settings', update: 'Change settings' },
      },
      {
        key: 'job',
        description: 'Work in the background',
        actions: {
          read: 'See what runs, failed and is due',
          run: 'Let work be done now',
          cancel: 'Stop work',
        },
      },
      {
        key: 'mail',
        description: 'Mails that the service sends',
        actions: {
          read: 'See to whom mails went',
          send_again: 'Send mails again',
          cancel: 'Give mails up',
        },
      },
      { key: 'panel', description: 'The administration panel', actions: { open: 'Open the panel' } },
    );
  }
}
