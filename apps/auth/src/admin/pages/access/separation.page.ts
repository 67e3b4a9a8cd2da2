import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import {
  DeleteSeparationOfDuty,
  ListRoles,
  ListSeparationOfDuty,
  SaveSeparationOfDuty,
} from '../../../modules/rbac/index.js';
import { may, type PanelAdmin } from '../../adminjs/panel-admin.js';
import { allItems } from '../../resources/all-items.js';
import { handler } from '../panel-handler.js';
import type { PanelPage, PanelPageOptions } from '../panel-page.types.js';

const terms = {
  name: z.string().trim().min(1, 'faults.required').max(100),
  description: z.string().trim().max(1000).default(''),
  cardinality: z.number().int().min(2).max(100),
  roleIds: z.array(z.uuid()).min(2, 'faults.twoRoles').max(100),
};
const chosen = { id: z.uuid(), version: z.number().int() };

/** Which roles nobody may have together. A rule changes nobody's access: one that somebody breaks is refused. */
@Injectable()
export class SeparationPage implements PanelPage {
  constructor(
    private readonly listSets: ListSeparationOfDuty,
    private readonly listRoles: ListRoles,
    private readonly save: SaveSeparationOfDuty,
    private readonly remove: DeleteSeparationOfDuty,
  ) {}

  describe(): PanelPageOptions {
    return {
      name: 'separation',
      icon: 'Slash',
      section: 'access',
      permission: 'separation_of_duty:read',
      readings: { read: handler({ run: (_, admin) => this.read(admin) }) },
      actions: {
        create: handler({
          permission: 'separation_of_duty:create',
          input: terms,
          run: (rule) => this.save.create(rule),
        }),
        update: handler({
          permission: 'separation_of_duty:update',
          input: { ...chosen, ...terms },
          run: ({ id, version, ...rule }) => this.save.update(id, rule, version),
        }),
        remove: handler({
          permission: 'separation_of_duty:delete',
          input: chosen,
          run: async ({ id, version }) => {
            await this.remove.execute(id, version);
            return { done: true };
          },
        }),
      },
    };
  }

  private async read(admin: PanelAdmin) {
    const [rules, roles] = await Promise.all([
      allItems((query) => this.listSets.execute(query)),
      may(admin, 'role:read') ? allItems((query) => this.listRoles.execute(query)) : [],
    ]);
    return {
      rules,
      roles: roles.map(({ id, name }) => ({ id, name })),
      may: {
        create: may(admin, 'separation_of_duty:create'),
        update: may(admin, 'separation_of_duty:update'),
        remove: may(admin, 'separation_of_duty:delete'),
      },
    };
  }
}
