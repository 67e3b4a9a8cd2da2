import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { runTimeSettingNames } from '../../core/config/index.js';
import { ChangeSetting, ListSettings } from '../../modules/system/index.js';
import { FindEmails } from '../../modules/user/index.js';
import { may, type PanelAdmin } from '../adminjs/panel-admin.js';
import { handler } from './panel-handler.js';
import type { PanelPage, PanelPageOptions } from './panel-page.types.js';

const chosen = { name: z.enum(runTimeSettingNames), version: z.number().int() };

/** The settings that can be changed while the service runs: what holds, where it comes from, who changed it and when. */
@Injectable()
export class SettingsPage implements PanelPage {
  constructor(
    private readonly listSettings: ListSettings,
    private readonly changeSetting: ChangeSetting,
    private readonly findEmails: FindEmails,
  ) {}

  describe(): PanelPageOptions {
    return {
      name: 'settings',
      icon: 'Settings',
      section: 'operations',
      permission: 'system:read',
      readings: { read: handler({ run: (_, admin) => this.read(admin) }) },
      actions: {
        change: handler({
          permission: 'system:update',
          input: { ...chosen, value: z.string().max(2000) },
          run: ({ name, value, version }) => this.changeSetting.execute(name, value, version),
        }),
        reset: handler({
          permission: 'system:update',
          input: chosen,
          run: ({ name, version }) => this.changeSetting.execute(name, null, version),
        }),
      },
    };
  }

  private async read(admin: PanelAdmin): Promise<object> {
    const settings = await this.listSettings.execute();
    const people = settings.map(({ changedBy }) => changedBy).filter((id) => id !== null);
    const emails = may(admin, 'user:read')
      ? await this.findEmails.execute(people)
      : new Map<string, string>();
    return {
      settings: settings.map(({ description: _, changedBy, ...setting }) => ({
        ...setting,
        changedBy: emails.get(changedBy ?? ''),
      })),
      may: { update: may(admin, 'system:update') },
    };
  }
}
