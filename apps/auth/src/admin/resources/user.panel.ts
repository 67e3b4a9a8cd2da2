import { Injectable } from '@nestjs/common';
import { GetEffectivePermissions } from '../../modules/authorization/index.js';
import { AssignRole, ListRoles, ListUserRoles, RevokeRole } from '../../modules/rbac/index.js';
import {
  ChangeUserStatus,
  CreateUser,
  DeleteUser,
  GetUser,
  ListUsers,
  type NewUser,
  SetUserPassword,
  UpdateUser,
  type UserChanges,
  type UserListQuery,
  userStatuses,
} from '../../modules/user/index.js';
import { Transactional } from '../../core/database/index.js';
import type {
  Choice,
  PanelCommand,
  PanelDoors,
  PanelListQuery,
  PanelResourceOptions,
  PanelValues,
} from '../adminjs/panel-resource.types.js';
import { allItems } from './all-items.js';
import { rules } from './field-rules.js';

/** Users, with the roles that they have directly. A form is saved as a whole or not at all. */
@Injectable()
export class UserPanel implements PanelDoors {
  constructor(
    private readonly listUsers: ListUsers,
    private readonly getUser: GetUser,
    private readonly createUser: CreateUser,
    private readonly updateUser: UpdateUser,
    private readonly changeStatus: ChangeUserStatus,
    private readonly setPassword: SetUserPassword,
    private readonly deleteUser: DeleteUser,
    private readonly listRoles: ListRoles,
    private readonly listUserRoles: ListUserRoles,
    private readonly assignRole: AssignRole,
    private readonly revokeRole: RevokeRole,
    private readonly effectivePermissions: GetEffectivePermissions,
  ) {}

  describe(): PanelResourceOptions {
    return {
      id: 'users',
      label: 'Users',
      singular: 'user',
      icon: 'Users',
      permissions: { read: 'user:read', create: 'user:create', update: 'user:update', remove: 'user:delete' },
      defaultSort: { field: 'createdAt', direction: 'desc' },
      doors: this,
      commands: this.commands(),
      fields: [
        {
          name: 'email',
          label: 'E-mail',
          places: ['list', 'show', 'new', 'edit'],
          sortable: true,
          isTitle: true,
          isRequired: true,
          rule: rules.email,
        },
        { name: 'search', label: 'E-mail or name contains', places: ['filter'] },
        {
          name: 'displayName',
          label: 'Display name',
          places: ['list', 'show', 'new', 'edit'],
          sortable: true,
          rule: rules.displayName,
        },
        { name: 'givenName', label: 'Given name', places: ['show', 'new', 'edit'], rule: rules.name },
        { name: 'familyName', label: 'Family name', places: ['show', 'new', 'edit'], rule: rules.name },
        { name: 'locale', label: 'Language', places: ['show', 'new', 'edit'], rule: rules.locale },
        {
          name: 'status',
          label: 'Status',
          places: ['list', 'show', 'filter'],
          values: userStatuses,
          tones: { active: 'success', disabled: 'danger' },
        },
        {
          name: 'password',
          label: 'Password',
          type: 'password',
          places: ['new'],
          rule: rules.password,
          description: 'At least 15 characters. Without one nobody can log in with a password.',
        },
        {
          name: 'newPassword',
          label: 'New password',
          type: 'password',
          places: ['edit'],
          rule: rules.password,
          writePermission: 'user:set_password',
          description: 'Leave it empty to keep the old one. A new one ends all sessions.',
        },
        { name: 'roleNames', label: 'Roles', type: 'set', places: ['show'], readPermission: 'role:read' },
        {
          name: 'roles',
          label: 'Roles',
          type: 'set',
          places: ['new', 'edit'],
          readPermission: 'role:read',
          writePermission: 'role:assign',
          choices: () => this.roleChoices(),
        },
        {
          name: 'effective',
          label: 'Effective permissions',
          type: 'set',
          places: ['show'],
          readPermission: 'role:read',
        },
        { name: 'createdAt', label: 'Created', type: 'datetime', places: ['list', 'show'], sortable: true },
        { name: 'lastLoginAt', label: 'Last login', type: 'datetime', places: ['list', 'show'] },
      ],
    };
  }

  list({ filters: { search, status }, ...query }: PanelListQuery) {
    return this.listUsers.execute({
      ...query,
      ...(search && { search }),
      ...(status && { status }),
    } as UserListQuery);
  }

  async get(id: string) {
    const user = await this.getUser.execute(id);
    const roles = await this.listUserRoles.execute(id);
    const effective = await this.effectivePermissions.execute(id);
    return {
      ...user,
      roles: roles.map(({ roleId }) => roleId),
      roleNames: roles.map(({ name }) => name),
      effective,
    };
  }

  @Transactional()
  async create({ roles = [], ...user }: PanelValues): Promise<string> {
    const { id } = await this.createUser.execute(user as unknown as NewUser);
    for (const roleId of roles as string[]) await this.assignRole.execute(id, roleId);
    return id;
  }

  @Transactional()
  async update(
    id: string,
    { roles, newPassword, ...changes }: PanelValues,
    version: number | undefined,
  ): Promise<void> {
    if (Object.keys(changes).length > 0) await this.updateUser.execute(id, changes as UserChanges, version);
    if (roles !== undefined) await this.setRoles(id, roles as string[]);
    if (typeof newPassword === 'string') await this.setPassword.execute(id, newPassword);
  }

  remove(id: string): Promise<void> {
    return this.deleteUser.execute(id);
  }

  /** Roles that stay keep the time for which they were given. */
  private async setRoles(userId: string, wanted: readonly string[]): Promise<void> {
    const present = (await this.listUserRoles.execute(userId)).map(({ roleId }) => roleId);
    for (const roleId of wanted) if (!present.includes(roleId)) await this.assignRole.execute(userId, roleId);
    for (const roleId of present) if (!wanted.includes(roleId)) await this.revokeRole.execute(userId, roleId);
  }

  private async roleChoices(): Promise<Choice[]> {
    const roles = await allItems((query) => this.listRoles.execute(query));
    return roles.map(({ id, name, description }) => ({ value: id, label: name, hint: description }));
  }

  private commands(): readonly PanelCommand[] {
    return [
      {
        name: 'disable',
        label: 'Disable',
        icon: 'UserX',
        permission: 'user:update',
        confirm: 'Disable this user? All sessions end at once.',
        done: 'Disabled.',
        variant: 'danger',
        appliesTo: ({ status }) => status === 'active',
        run: (id) => this.changeStatus.execute(id, 'disabled'),
      },
      {
        name: 'enable',
        label: 'Enable',
        icon: 'UserCheck',
        permission: 'user:update',
        confirm: 'Let this user log in again?',
        done: 'Enabled.',
        appliesTo: ({ status }) => status === 'disabled',
        run: (id) => this.changeStatus.execute(id, 'active'),
      },
    ];
  }
}
