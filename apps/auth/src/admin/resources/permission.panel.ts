import { Injectable } from '@nestjs/common';
import {
  CreatePermission,
  DeletePermission,
  GetPermission,
  ListPermissions,
  type PermissionView,
  UpdatePermission,
} from '../../modules/rbac/index.js';
import { describedIn } from '../../words/index.js';
import type {
  PanelDoors,
  PanelListQuery,
  PanelResourceOptions,
  PanelValues,
} from '../adminjs/panel-resource.types.js';
import { rules } from './field-rules.js';

/** The permissions of the catalogue. Their names stand in the code of services, so they stay. */
@Injectable()
export class PermissionPanel implements PanelDoors {
  constructor(
    private readonly listPermissions: ListPermissions,
    private readonly getPermission: GetPermission,
    private readonly createPermission: CreatePermission,
    private readonly updatePermission: UpdatePermission,
    private readonly deletePermission: DeletePermission,
  ) {}

  describe(): PanelResourceOptions {
    return {
      id: 'permissions',
      icon: 'Key',
      section: 'access',
      permissions: {
        read: 'permission:read',
        create: 'permission:create',
        update: 'permission:update',
        remove: 'permission:delete',
      },
      doors: this,
      fields: [
        { name: 'name', places: ['list', 'show'], isTitle: true },
        { name: 'search', places: ['filter'] },
        {
          name: 'resource',
          places: ['new'],
          isRequired: true,
          rule: rules.part,
        },
        {
          name: 'action',
          places: ['new'],
          isRequired: true,
          rule: rules.part,
        },
        {
          name: 'description',
          places: ['list', 'show', 'new', 'edit'],
          rule: rules.description,
        },
        {
          name: 'deprecated',
          type: 'boolean',
          places: ['list', 'show', 'edit'],
        },
        { name: 'createdAt', type: 'datetime', places: ['show'] },
        { name: 'updatedAt', type: 'datetime', places: ['show'] },
      ],
    };
  }

  async list({ filters: { search }, limit, cursor }: PanelListQuery) {
    const page = await this.listPermissions.execute({
      limit,
      ...(cursor && { cursor }),
      ...(search && { search }),
    });
    return { ...page, items: page.items.map(toRow) };
  }

  async get(id: string) {
    return toRow(await this.getPermission.execute(id));
  }

  told(row: PermissionView, language: string) {
    return { ...row, description: describedIn(language, 'permissions', row.name, row.description) };
  }

  async create({ resource, action, description }: PanelValues): Promise<string> {
    const permission = await this.createPermission.execute({
      resource: resource as string,
      action: action as string,
      ...(description !== undefined && { description: description as string }),
    });
    return permission.id;
  }

  async update(id: string, changes: PanelValues, version: number | undefined): Promise<void> {
    await this.updatePermission.execute(id, changes, version);
  }

  remove(id: string): Promise<void> {
    return this.deletePermission.execute(id);
  }
}

const toRow = (permission: PermissionView) => ({
  ...permission,
  deprecated: permission.deprecatedAt !== null,
});
