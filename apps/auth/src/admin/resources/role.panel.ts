import { Injectable } from '@nestjs/common';
import { isPermissionPattern, type PermissionName } from '@auth-service/authorization';
import { CreateRole, GetRole, ListPermissions, ListRoles, type RoleView } from '../../modules/rbac/index.js';
import { AppError } from '../../core/errors/index.js';
import type {
  Choice,
  PanelDoors,
  PanelListQuery,
  PanelResourceOptions,
  PanelValues,
} from '../adminjs/panel-resource.types.js';
import { describedIn, words } from '../../words/index.js';
import { allItems } from './all-items.js';
import { rules } from './field-rules.js';

/** Roles with their permissions. Whatever changes one has its preview, on the role's own page. */
@Injectable()
export class RolePanel implements PanelDoors {
  constructor(
    private readonly listRoles: ListRoles,
    private readonly getRole: GetRole,
    private readonly createRole: CreateRole,
    private readonly listPermissions: ListPermissions,
  ) {}

  describe(): PanelResourceOptions {
    return {
      id: 'roles',
      icon: 'Shield',
      section: 'access',
      page: 'role',
      permissions: { read: 'role:read', create: 'role:create' },
      doors: this,
      fields: [
        {
          name: 'name',
          places: ['list', 'show', 'new'],
          isTitle: true,
          isRequired: true,
          rule: rules.name,
        },
        { name: 'search', places: ['filter'] },
        {
          name: 'description',
          type: 'textarea',
          places: ['list', 'show', 'new'],
          rule: rules.description,
        },
        { name: 'isSystem', type: 'boolean', places: ['list', 'show'] },
        { name: 'isDefault', type: 'boolean', places: ['show'] },
        {
          name: 'permissions',
          type: 'set',
          places: ['list', 'show', 'new'],
          choices: (language) => this.permissionChoices(language),
        },
        {
          name: 'requiresSecondFactor',
          type: 'boolean',
          places: ['list', 'show'],
        },
        { name: 'createdAt', type: 'datetime', places: ['show'] },
        { name: 'updatedAt', type: 'datetime', places: ['show'] },
      ],
    };
  }

  list({ filters: { search }, limit, cursor }: PanelListQuery) {
    return this.listRoles.execute({ limit, ...(cursor && { cursor }), ...(search && { search }) });
  }

  get(id: string) {
    return this.getRole.execute(id);
  }

  told(row: RoleView, language: string) {
    return { ...row, description: describedIn(language, 'roles', row.name, row.description) };
  }

  async create({ name, description, permissions }: PanelValues): Promise<string> {
    const role = await this.createRole.execute({
      name: name as string,
      ...(description !== undefined && { description: description as string }),
      permissions: patterns(permissions ?? []),
    });
    return role.id;
  }

  /** The catalogue, and above each resource all that may be done with it. */
  private async permissionChoices(language: string): Promise<Choice[]> {
    const permissions = await allItems((query) => this.listPermissions.execute(query));
    const groups = [...new Set(permissions.map(({ resource }) => resource))];
    const wildcards = groups.map((group) => ({
      value: `${group}:*`,
      label: `${group}:*`,
      group,
      hint: words.say(language, 'choices.all'),
    }));
    const names = permissions.map(({ name, resource, description, deprecatedAt }) => ({
      value: name,
      label: deprecatedAt === null ? name : words.say(language, 'choices.deprecated', { name }),
      group: resource,
      hint: describedIn(language, 'permissions', name, description),
    }));
    return [...wildcards, ...names].sort((one, other) => one.group.localeCompare(other.group));
  }
}

function patterns(values: unknown): PermissionName[] {
  const given = values as string[];
  const names = given.filter(isPermissionPattern);
  if (names.length === given.length && names.length <= 1000) return names;
  throw AppError.forField('invalid_request', 'permissions', 'faults.patterns');
}
