import { Injectable } from '@nestjs/common';
import { CreateTeam, GetTeam, ListTeams } from '../../modules/team/index.js';
import type {
  PanelDoors,
  PanelListQuery,
  PanelResourceOptions,
  PanelValues,
} from '../adminjs/panel-resource.types.js';
import { rules } from './field-rules.js';

/** Teams. Whatever changes one has its preview, on the team's own page. */
@Injectable()
export class TeamPanel implements PanelDoors {
  constructor(
    private readonly listTeams: ListTeams,
    private readonly getTeam: GetTeam,
    private readonly createTeam: CreateTeam,
  ) {}

  describe(): PanelResourceOptions {
    return {
      id: 'teams',
      icon: 'Users',
      section: 'access',
      page: 'team',
      permissions: { read: 'team:read', create: 'team:create' },
      doors: this,
      fields: [
        { name: 'name', places: ['list', 'show', 'new'], isTitle: true, isRequired: true, rule: rules.name },
        { name: 'search', places: ['filter'] },
        { name: 'description', type: 'textarea', places: ['list', 'show', 'new'], rule: rules.description },
        { name: 'memberCount', places: ['list', 'show'] },
        { name: 'createdAt', type: 'datetime', places: ['list', 'show'] },
      ],
    };
  }

  list({ filters: { search }, limit, cursor }: PanelListQuery) {
    return this.listTeams.execute({ limit, ...(cursor && { cursor }), ...(search && { search }) });
  }

  get(id: string) {
    return this.getTeam.execute(id);
  }

  async create({ name, description }: PanelValues): Promise<string> {
    const team = await this.createTeam.execute({
      name: name as string,
      ...(description !== undefined && { description: description as string }),
    });
    return team.id;
  }
}
