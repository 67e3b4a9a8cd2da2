import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import {
  ListPermissions,
  ListResources,
  ListRoles,
  type PermissionView,
} from '../../../modules/rbac/index.js';
import type { PanelAdmin } from '../../adminjs/panel-admin.js';
import { describedIn } from '../../../words/index.js';
import { allItems } from '../../resources/all-items.js';
import { handler } from '../panel-handler.js';
import type { PanelPage, PanelPageOptions } from '../panel-page.types.js';

/** What each service has registered of its resources and permissions, and what its code no longer declares. */
@Injectable()
export class ServicesPage implements PanelPage {
  constructor(
    private readonly listResources: ListResources,
    private readonly listPermissions: ListPermissions,
    private readonly listRoles: ListRoles,
  ) {}

  describe(): PanelPageOptions {
    return {
      name: 'services',
      icon: 'Server',
      section: 'access',
      permission: 'resource:read',
      readings: {
        read: handler({ permission: 'permission:read', run: (_, admin) => this.read(admin) }),
        roles: handler({
          permission: 'role:read',
          input: { permission: z.string().max(129) },
          run: ({ permission }) => this.rolesWith(permission),
        }),
      },
    };
  }

  private async read({ language }: PanelAdmin) {
    const [resources, permissions] = await Promise.all([
      allItems((query) => this.listResources.execute(query)),
      allItems((query) => this.listPermissions.execute(query)),
    ]);
    const names = [...new Set(resources.map(({ service }) => service))];
    return {
      services: names.map((name) => ({
        name,
        permissions: resources
          .filter(({ service }) => service === name)
          .flatMap(({ key }) => permissions.filter(({ resource }) => resource === key))
          .map((permission) => shown(permission, language)),
      })),
    };
  }

  private async rolesWith(permission: string) {
    const roles = await allItems((query) => this.listRoles.execute({ ...query, permission }));
    return { roles: roles.map(({ id, name }) => ({ id, name })) };
  }
}

const shown = ({ id, name, description, deprecatedAt }: PermissionView, language: string) => ({
  id,
  name,
  description: describedIn(language, 'permissions', name, description),
  deprecatedAt,
});
