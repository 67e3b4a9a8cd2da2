import { Injectable } from '@nestjs/common';
import { FindSecondFactors, ResetAuthenticators } from '../../modules/authenticator/index.js';
import { GetEffectivePermissions } from '../../modules/authorization/index.js';
import {
  AssignRole,
  ListRoles,
  ListUserRoles,
  RevokeRole,
  type UserRoleView,
} from '../../modules/rbac/index.js';
import {
  ChangeUserStatus,
  CreateUser,
  DeleteUser,
  GetUser,
  ListUsers,
  type NewUser,
  SetUserPassword,
  UpdateUser,
  type UserListQuery,
} from '../../modules/user/index.js';
import { Transactional } from '../../core/database/index.js';
import { describedIn } from '../../words/index.js';
import type {
  Choice,
  PanelCommand,
  PanelDoors,
  PanelListQuery,
  PanelResourceOptions,
  PanelValues,
} from '../adminjs/panel-resource.types.js';
import { allItems } from './all-items.js';
import { userFields } from './user-fields.js';

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
    private readonly findSecondFactors: FindSecondFactors,
    private readonly resetAuthenticators: ResetAuthenticators,
    private readonly effectivePermissions: GetEffectivePermissions,
  ) {}

  describe(): PanelResourceOptions {
    return {
      id: 'users',
      icon: 'Users',
      section: 'people',
      page: 'user',
      manyPage: 'many-users',
      permissions: { read: 'user:read', create: 'user:create', update: 'user:update', remove: 'user:delete' },
      defaultSort: { field: 'createdAt', direction: 'desc' },
      doors: this,
      commands: this.commands(),
      fields: userFields((language) => this.roleChoices(language)),
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
    const roles = await this.rolesOf(id);
    const factors = await this.findSecondFactors.execute(id);
    const effective = await this.effectivePermissions.execute(id);
    return {
      ...user,
      roles: roles.map(({ roleId }) => roleId),
      roleNames: roles.map(({ name }) => name),
      effective,
      hasSecondFactor: factors.length > 0,
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
    if (Object.keys(changes).length > 0) await this.updateUser.execute(id, changes, version);
    if (roles !== undefined) await this.setRoles(id, roles as string[]);
    if (typeof newPassword === 'string') await this.setPassword.execute(id, newPassword);
  }

  remove(id: string): Promise<void> {
    return this.deleteUser.execute(id);
  }

  /** Roles that stay keep the time for which they were given. */
  private async setRoles(userId: string, wanted: readonly string[]): Promise<void> {
    const present = (await this.rolesOf(userId)).map(({ roleId }) => roleId);
    for (const roleId of wanted) if (!present.includes(roleId)) await this.assignRole.execute(userId, roleId);
    for (const roleId of present) if (!wanted.includes(roleId)) await this.revokeRole.execute(userId, roleId);
  }

  private rolesOf(userId: string): Promise<UserRoleView[]> {
    return allItems((query) => this.listUserRoles.execute(userId, query));
  }

  private async roleChoices(language: string): Promise<Choice[]> {
    const roles = await allItems((query) => this.listRoles.execute(query));
    return roles.map(({ id, name, description }) => ({
      value: id,
      label: name,
      hint: describedIn(language, 'roles', name, description),
    }));
  }

  private commands(): readonly PanelCommand[] {
    return [
      {
        name: 'disable',
        icon: 'UserX',
        permission: 'user:update',
        variant: 'danger',
        appliesTo: ({ status }) => status === 'active',
        run: (id) => this.changeStatus.execute(id, 'disabled'),
      },
      {
        name: 'reset-authenticators',
        icon: 'Unlock',
        permission: 'authenticator:reset',
        variant: 'danger',
        appliesTo: ({ hasSecondFactor }) => hasSecondFactor === true,
        run: (id) => this.resetAuthenticators.execute(id),
      },
      {
        name: 'enable',
        icon: 'UserCheck',
        permission: 'user:update',
        appliesTo: ({ status }) => status === 'disabled',
        run: (id) => this.changeStatus.execute(id, 'active'),
      },
    ];
  }
}
