import { Injectable } from '@nestjs/common';
import {
  CancelInvitation,
  GetInvitation,
  InviteUser,
  ListInvitations,
  type NewInvitation,
} from '../../modules/account/index.js';
import { ListRoles } from '../../modules/rbac/index.js';
import { describedIn } from '../../words/index.js';
import type {
  Choice,
  PanelDoors,
  PanelListQuery,
  PanelResourceOptions,
  PanelValues,
} from '../adminjs/panel-resource.types.js';
import { allItems } from './all-items.js';
import { rules } from './field-rules.js';

/** Invitations: who was asked in, and with which roles. An open one can be taken back. */
@Injectable()
export class InvitationPanel implements PanelDoors {
  constructor(
    private readonly listInvitations: ListInvitations,
    private readonly getInvitation: GetInvitation,
    private readonly inviteUser: InviteUser,
    private readonly cancelInvitation: CancelInvitation,
    private readonly listRoles: ListRoles,
  ) {}

  describe(): PanelResourceOptions {
    return {
      id: 'invitations',
      icon: 'Mail',
      section: 'people',
      permissions: { read: 'invitation:read', create: 'invitation:create', remove: 'invitation:delete' },
      doors: this,
      isFixed: ({ acceptedAt }) => acceptedAt !== null,
      removalIcon: 'XCircle',
      fields: [
        {
          name: 'email',
          places: ['list', 'show', 'new'],
          isTitle: true,
          isRequired: true,
          rule: rules.email,
        },
        { name: 'displayName', places: ['list', 'show', 'new'], rule: rules.displayName },
        { name: 'locale', places: ['show', 'new'], rule: rules.locale },
        {
          name: 'roleIds',
          type: 'set',
          places: ['show', 'new'],
          choices: (language) => this.roleChoices(language),
        },
        { name: 'createdAt', type: 'datetime', places: ['list', 'show'] },
        { name: 'expiresAt', type: 'datetime', places: ['list', 'show'] },
        { name: 'acceptedAt', type: 'datetime', places: ['list', 'show'] },
      ],
    };
  }

  list({ limit, cursor }: PanelListQuery) {
    return this.listInvitations.execute({ limit, ...(cursor && { cursor }) });
  }

  get(id: string) {
    return this.getInvitation.execute(id);
  }

  async create({ locale, ...invitation }: PanelValues): Promise<string> {
    const said = { ...invitation, ...(locale !== '' && { locale }) } as unknown as NewInvitation;
    return (await this.inviteUser.execute(said)).id;
  }

  remove(id: string): Promise<void> {
    return this.cancelInvitation.execute(id);
  }

  private async roleChoices(language: string): Promise<Choice[]> {
    const roles = await allItems((query) => this.listRoles.execute(query));
    return roles.map(({ id, name, description }) => ({
      value: id,
      label: name,
      hint: describedIn(language, 'roles', name, description),
    }));
  }
}
