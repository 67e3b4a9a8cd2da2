import { Injectable } from '@nestjs/common';
import { GetVisibilityGroup, ListVisibilityGroups } from '../../modules/visibility-group/index.js';
import type { PanelDoors, PanelListQuery, PanelResourceOptions } from '../adminjs/panel-resource.types.js';

/** Visibility groups, to be found and read. */
@Injectable()
export class VisibilityGroupPanel implements PanelDoors {
  constructor(
    private readonly listGroups: ListVisibilityGroups,
    private readonly getGroup: GetVisibilityGroup,
  ) {}

  describe(): PanelResourceOptions {
    return {
      id: 'groups',
      icon: 'GitMerge',
      section: 'people',
      page: 'visibility',
      permissions: { read: 'visibility_group:read' },
      doors: this,
      fields: [
        { name: 'name', places: ['list', 'show'], isTitle: true },
        { name: 'search', places: ['filter'] },
        { name: 'number', places: ['list', 'show'] },
        { name: 'description', places: ['list', 'show'] },
        { name: 'parentId', places: ['list', 'show'], reference: 'groups' },
        { name: 'isDefault', type: 'boolean', places: ['show'] },
        { name: 'memberCount', places: ['list', 'show'] },
        { name: 'createdAt', type: 'datetime', places: ['show'] },
        { name: 'updatedAt', type: 'datetime', places: ['show'] },
      ],
    };
  }

  list({ filters: { search }, limit, cursor }: PanelListQuery) {
    return this.listGroups.execute({ limit, ...(cursor && { cursor }), ...(search && { search }) });
  }

  get(id: string) {
    return this.getGroup.execute(id);
  }
}
