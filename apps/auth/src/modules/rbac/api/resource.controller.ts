import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RequirePermission } from '../../../core/access/index.js';
import { IfMatch, UuidParam } from '../../../core/http/index.js';
import { CreateResource } from '../domain/commands/create-resource.js';
import { DeleteResource } from '../domain/commands/delete-resource.js';
import { UpdateResource } from '../domain/commands/update-resource.js';
import { GetResource } from '../domain/queries/get-resource.js';
import { ListResources } from '../domain/queries/list-resources.js';
import {
  CreateResourceRequest,
  type ResourcePage,
  type ResourceResponse,
  UpdateResourceRequest,
} from './catalogue.dto.js';
import { ResourceQuery } from './list-query.dto.js';

@ApiTags('catalogue')
@Controller('auth/v1/resources')
export class ResourceController {
  constructor(
    private readonly listResources: ListResources,
    private readonly getResource: GetResource,
    private readonly createResource: CreateResource,
    private readonly updateResource: UpdateResource,
    private readonly deleteResource: DeleteResource,
  ) {}

  /** List resources. */
  @Get()
  @RequirePermission('resource:read')
  list(@Query() query: ResourceQuery): Promise<ResourcePage> {
    return this.listResources.execute(query) as Promise<ResourcePage>;
  }

  /** Make a resource. */
  @Post()
  @RequirePermission('resource:create')
  create(@Body() resource: CreateResourceRequest): Promise<ResourceResponse> {
    return this.createResource.execute(resource);
  }

  /** Read a resource. */
  @Get(':id')
  @RequirePermission('resource:read')
  find(@UuidParam() id: string): Promise<ResourceResponse> {
    return this.getResource.execute(id);
  }

  /** Change a resource. */
  @Patch(':id')
  @RequirePermission('resource:update')
  update(
    @UuidParam() id: string,
    @Body() changes: UpdateResourceRequest,
    @IfMatch() version?: number,
  ): Promise<ResourceResponse> {
    return this.updateResource.execute(id, changes, version);
  }

  /** Delete a resource that is not in use. */
  @Delete(':id')
  @HttpCode(204)
  @RequirePermission('resource:delete')
  remove(@UuidParam() id: string, @IfMatch() version?: number): Promise<void> {
    return this.deleteResource.execute(id, version);
  }
}
