import { Injectable } from '@nestjs/common';
import { describedIn } from '../../words/index.js';
import type { PermissionName } from '@auth-service/authorization';
import { isDelegable } from '../../core/access/index.js';
import { ListPermissions } from '../../modules/rbac/index.js';
import {
  CreateServiceAccount,
  GetServiceAccount,
  ListServiceAccounts,
  UpdateServiceAccount,
} from '../../modules/service-account/index.js';
import type {
  Choice,
  PanelDoors,
  PanelListQuery,
  PanelResourceOptions,
  PanelValues,
} from '../adminjs/panel-resource.types.js';
import { allItems } from './all-items.js';
import { rules } from './field-rules.js';

/** Services that act by themselves. Their secrets are on the account's own page. */
@Injectable()
export class ServiceAccountPanel implements PanelDoors {
  constructor(
    private readonly listAccounts: ListServiceAccounts,
    private readonly getAccount: GetServiceAccount,
    private readonly createAccount: CreateServiceAccount,
    private readonly updateAccount: UpdateServiceAccount,
    private readonly listPermissions: ListPermissions,
  ) {}

  describe(): PanelResourceOptions {
    return {
      id: 'service-accounts',
      icon: 'Cpu',
      section: 'access',
      page: 'service-account',
      permissions: {
        read: 'service_account:read',
        create: 'service_account:create',
        update: 'service_account:update',
      },
      doors: this,
      fields: [
        {
          name: 'name',
          places: ['list', 'show', 'new', 'edit'],
          isTitle: true,
          isRequired: true,
          rule: rules.name,
        },
        {
          name: 'description',
          type: 'textarea',
          places: ['list', 'show', 'new', 'edit'],
          rule: rules.description,
        },
        {
          name: 'status',
          places: ['list', 'show'],
          values: ['active', 'disabled'],
          tones: { active: 'success', disabled: 'danger' },
        },
        {
          name: 'permissions',
          type: 'set',
          places: ['show', 'new', 'edit'],
          choices: (language) => this.permissionChoices(language),
        },
        { name: 'createdAt', type: 'datetime', places: ['list', 'show'] },
      ],
    };
  }

  list({ limit, cursor }: PanelListQuery) {
    return this.listAccounts.execute({ limit, ...(cursor && { cursor }) });
  }

  get(id: string) {
    return this.getAccount.execute(id);
  }

  async create({ name, description, permissions }: PanelValues): Promise<string> {
    const account = await this.createAccount.execute({
      name: name as string,
      ...(description !== undefined && { description: description as string }),
      permissions: (permissions ?? []) as PermissionName[],
    });
    return account.id;
  }

  async update(id: string, changes: PanelValues, version: number | undefined): Promise<void> {
    await this.updateAccount.execute(id, changes, version);
  }

  /** What is somebody's own no service can hold. */
  private async permissionChoices(language: string): Promise<Choice[]> {
    const permissions = await allItems((query) => this.listPermissions.execute(query));
    return permissions
      .filter(({ name }) => isDelegable(name))
      .map(({ name, resource, description }) => ({
        value: name,
        label: name,
        group: resource,
        hint: describedIn(language, 'permissions', name, description),
      }));
  }
}
