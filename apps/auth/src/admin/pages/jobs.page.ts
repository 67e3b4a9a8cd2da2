import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { MailLog } from '../../core/mail/index.js';
import { CancelJob, ListJobs, RunJob } from '../../modules/system/index.js';
import { may, type PanelAdmin } from '../adminjs/panel-admin.js';
import { handler } from './panel-handler.js';
import type { PanelPage, PanelPageOptions } from './panel-page.types.js';

/** More are not counted one by one. */
const COUNTED = 100;
const chosen = { name: z.string().max(100) };

/** Work in the background: what runs, what failed and why, when each is due, on which instance. */
@Injectable()
export class JobsPage implements PanelPage {
  constructor(
    private readonly listJobs: ListJobs,
    private readonly runJob: RunJob,
    private readonly cancelJob: CancelJob,
    private readonly mails: MailLog,
  ) {}

  describe(): PanelPageOptions {
    return {
      name: 'jobs',
      icon: 'Clock',
      section: 'operations',
      permission: 'job:read',
      readings: { read: handler({ run: (_, admin) => this.read(admin) }) },
      actions: {
        run: handler({ permission: 'job:run', input: chosen, run: ({ name }) => this.runJob.execute(name) }),
        cancel: handler({
          permission: 'job:cancel',
          input: chosen,
          run: ({ name }) => this.cancelJob.execute(name),
        }),
      },
    };
  }

  private async read(admin: PanelAdmin): Promise<object> {
    const troubled = may(admin, 'mail:read') ? (await this.mails.troubled(COUNTED)).length : 0;
    return {
      jobs: await this.listJobs.execute(),
      troubledMails: troubled,
      may: { run: may(admin, 'job:run'), cancel: may(admin, 'job:cancel') },
    };
  }
}
