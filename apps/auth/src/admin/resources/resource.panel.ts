import { Injectable } from '@nestjs/common';
import {
  CreateResource,
  DeleteResource,
  GetResource,
  ListResources,
  type ResourceView,
  UpdateResource,
} from '../../modules/rbac/index.js';
import { describedIn } from '../../words/index.js';
import type {
  PanelDoors,
  PanelListQuery,
  PanelResourceOptions,
  PanelValues,
} from '../adminjs/panel-resource.types.js';
import { rules } from './field-rules.js';

/** The resources of the catalogue: what is protected, and whose it is. */
@Injectable()
export class ResourcePanel implements PanelDoors {
  constructor(
    private readonly listResources: ListResources,
    private readonly getResource: GetResource,
    private readonly createResource: CreateResource,
    private readonly updateResource: UpdateResource,
    private readonly deleteResource: DeleteResource,
  ) {}

  describe(): PanelResourceOptions {
    return {
      id: 'resources',
      icon: 'Box',
      section: 'access',
      permissions: {
        read: 'resource:read',
        create: 'resource:create',
        update: 'resource:update',
        remove: 'resource:delete',
      },
      doors: this,
      fields: [
        {
          name: 'key',
          places: ['list', 'show', 'new'],
          isTitle: true,
          isRequired: true,
          rule: rules.part,
        },
        { name: 'search', places: ['filter'] },
        {
          name: 'service',
          places: ['list', 'show', 'new', 'edit'],
          isRequired: true,
          rule: rules.name,
        },
        {
          name: 'description',
          places: ['list', 'show', 'new', 'edit'],
          rule: rules.description,
        },
        { name: 'createdAt', type: 'datetime', places: ['show'] },
        { name: 'updatedAt', type: 'datetime', places: ['show'] },
      ],
    };
  }

  list({ filters: { search }, limit, cursor }: PanelListQuery) {
    return this.listResources.execute({ limit, ...(cursor && { cursor }), ...(search && { search }) });
  }

  get(id: string) {
    return this.getResource.execute(id);
  }

  told(row: ResourceView, language: string) {
    return { ...row, description: describedIn(language, 'resources', row.key, row.description) };
  }

  async create({ key, service, description }: PanelValues): Promise<string> {
    const resource = await this.createResource.execute({
      key: key as string,
      service: service as string,
      ...(description !== undefined && { description: description as string }),
    });
    return resource.id;
  }

  async update(id: string, changes: PanelValues, version: number | undefined): Promise<void> {
    await this.updateResource.execute(id, changes, version);
  }

  remove(id: string): Promise<void> {
    return this.deleteResource.execute(id);
  }
}
