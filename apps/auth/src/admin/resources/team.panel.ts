import { Injectable } from '@nestjs/common';
import { GetTeam, ListTeams } from '../../modules/team/index.js';
import type { PanelDoors, PanelListQuery, PanelResourceOptions } from '../adminjs/panel-resource.types.js';

/** Teams, to be found and read. */
@Injectable()
export class TeamPanel implements PanelDoors {
  constructor(
    private readonly listTeams: ListTeams,
    private readonly getTeam: GetTeam,
  ) {}

  describe(): PanelResourceOptions {
    return {
      id: 'teams',
      icon: 'Briefcase',
      section: 'people',
      permissions: { read: 'team:read' },
      doors: this,
      fields: [
        { name: 'name', places: ['list', 'show'], isTitle: true },
        { name: 'search', places: ['filter'] },
        { name: 'description', places: ['list', 'show'] },
        { name: 'memberCount', places: ['list', 'show'] },
        { name: 'createdAt', type: 'datetime', places: ['show'] },
        { name: 'updatedAt', type: 'datetime', places: ['show'] },
      ],
    };
  }

  list({ filters: { search }, limit, cursor }: PanelListQuery) {
    return this.listTeams.execute({ limit, ...(cursor && { cursor }), ...(search && { search }) });
  }

  get(id: string) {
    return this.getTeam.execute(id);
  }
}
