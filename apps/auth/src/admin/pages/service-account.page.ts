import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import {
  AddClientSecret,
  DeleteServiceAccount,
  GetServiceAccount,
  RemoveClientSecret,
  UpdateServiceAccount,
} from '../../modules/service-account/index.js';
import { may } from '../adminjs/panel-admin.js';
import { handler } from './panel-handler.js';
import type { PanelPage, PanelPageOptions } from './panel-page.types.js';

const id = z.uuid();
const version = z.number().int();
const UPDATE = 'service_account:update';

/** A service account: what it may do, and its secrets. */
@Injectable()
export class ServiceAccountPage implements PanelPage {
  constructor(
    private readonly getAccount: GetServiceAccount,
    private readonly updateAccount: UpdateServiceAccount,
    private readonly deleteAccount: DeleteServiceAccount,
    private readonly addSecret: AddClientSecret,
    private readonly removeSecret: RemoveClientSecret,
  ) {}

  describe(): PanelPageOptions {
    return {
      name: 'service-account',
      icon: 'Cpu',
      permission: 'service_account:read',
      readings: {
        read: handler({
          input: { id },
          run: async (asked, admin) => ({
            account: await this.getAccount.execute(asked.id),
            may: { update: may(admin, UPDATE), remove: may(admin, 'service_account:delete') },
          }),
        }),
      },
      actions: {
        addSecret: handler({
          permission: UPDATE,
          input: { id, expiresAt: z.coerce.date('faults.moment').nullable().default(null) },
          run: (asked) => this.addSecret.execute(asked.id, asked.expiresAt),
        }),
        removeSecret: handler({
          permission: UPDATE,
          input: { id, secretId: z.uuid() },
          run: (asked) => this.removeSecret.execute(asked.id, asked.secretId),
        }),
        enable: handler({
          permission: UPDATE,
          input: { id, version },
          run: (asked) => this.updateAccount.execute(asked.id, { status: 'active' }, asked.version),
        }),
        disable: handler({
          permission: UPDATE,
          input: { id, version },
          run: (asked) => this.updateAccount.execute(asked.id, { status: 'disabled' }, asked.version),
        }),
        remove: handler({
          permission: 'service_account:delete',
          input: { id, version },
          run: (asked) => this.deleteAccount.execute(asked.id, asked.version),
        }),
      },
    };
  }
}
