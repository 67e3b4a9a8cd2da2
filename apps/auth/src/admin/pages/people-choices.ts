import { Injectable } from '@nestjs/common';
import type { PermissionName } from '@auth-service/authorization';
import type { Page } from '../../core/http/index.js';
import { ListRoles } from '../../modules/rbac/index.js';
import { ListTeams } from '../../modules/team/index.js';
import { ListVisibilityGroups } from '../../modules/visibility-group/index.js';
import { may, type PanelAdmin } from '../adminjs/panel-admin.js';
import { allItems } from '../resources/all-items.js';

/** Something that people can be given or put into. */
export interface NamedChoice {
  readonly id: string;
  readonly name: string;
}

/** What there is to choose from; nothing of what one may not see. */
export interface PeopleChoicesView {
  readonly roles: readonly NamedChoice[];
  readonly teams: readonly NamedChoice[];
  readonly groups: readonly NamedChoice[];
}

type List = (query: { limit: number; cursor?: string }) => Promise<Page<NamedChoice>>;

/** The roles, teams and groups for the forms that deal with people. */
@Injectable()
export class PeopleChoices {
  constructor(
    private readonly listRoles: ListRoles,
    private readonly listTeams: ListTeams,
    private readonly listGroups: ListVisibilityGroups,
  ) {}

  async execute(admin: PanelAdmin): Promise<PeopleChoicesView> {
    const choices = async (permission: PermissionName, list: List): Promise<NamedChoice[]> =>
      may(admin, permission) ? (await allItems(list)).map(({ id, name }) => ({ id, name })) : [];
    const [roles, teams, groups] = await Promise.all([
      choices('role:read', (query) => this.listRoles.execute(query)),
      choices('team:read', (query) => this.listTeams.execute(query)),
      choices('visibility_group:read', (query) => this.listGroups.execute(query)),
    ]);
    return { roles, teams, groups };
  }
}
