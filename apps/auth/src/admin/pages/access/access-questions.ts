import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ListPermissions } from '../../../modules/rbac/index.js';
import { ListTeams } from '../../../modules/team/index.js';
import { may, type PanelAdmin } from '../../adminjs/panel-admin.js';
import { describedIn } from '../../../words/index.js';
import { allItems } from '../../resources/all-items.js';
import { handler } from '../panel-handler.js';
import type { PanelHandler } from '../panel-page.types.js';

/** The fields of a question about a permission: of which team, and at which moment. */
export const questionFields = {
  permission: z.string().regex(/^[a-z][a-z0-9_]{0,63}:[a-z][a-z0-9_]{0,63}$/, 'faults.permission'),
  teamId: z.uuid().optional(),
  at: z.coerce.date('faults.moment').optional(),
};

/** What there is to ask about: permissions and teams. */
@Injectable()
export class AccessQuestions {
  constructor(
    private readonly listPermissions: ListPermissions,
    private readonly listTeams: ListTeams,
  ) {}

  /** The reading behind the form of a question. */
  reading(): PanelHandler {
    return handler({ run: (_, admin) => this.read(admin) });
  }

  /** Whether a service has registered it; who may not see permissions is not told that it is not. */
  async isKnown(permission: string, admin: PanelAdmin): Promise<boolean> {
    if (!may(admin, 'permission:read')) return true;
    const { items } = await this.listPermissions.execute({ search: permission, limit: 100 });
    return items.some(({ name }) => name === permission);
  }

  private async read(admin: PanelAdmin) {
    const [permissions, teams] = await Promise.all([
      may(admin, 'permission:read') ? allItems((query) => this.listPermissions.execute(query)) : [],
      may(admin, 'team:read') ? allItems((query) => this.listTeams.execute(query)) : [],
    ]);
    return {
      permissions: permissions.map(({ name, description }) => ({
        name,
        description: describedIn(admin.language, 'permissions', name, description),
      })),
      teams: teams.map(({ id, name }) => ({ id, name })),
    };
  }
}
