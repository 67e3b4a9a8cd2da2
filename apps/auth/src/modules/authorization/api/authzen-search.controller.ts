import { Body, Controller, HttpCode, Post, UseGuards } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, type Principal, RequirePermission } from '../../../core/access/index.js';
import { SearchAccess } from '../domain/queries/search-access.js';
import { pageOf, readPage, writePage } from './authzen-page.js';
import {
  type Json,
  list,
  object,
  optionalObject,
  readAction,
  readContext,
  readEvaluation,
  readResource,
  readSubject,
  text,
} from './authzen-request.js';
import { SearchRequest, type SearchResponse } from './authzen.dto.js';
import { MinRevisionGuard } from './min-revision.guard.js';

/** The searches of the OpenID AuthZEN Authorization API 1.0. */
@ApiTags('AuthZEN')
@Controller('access/v1/search')
@UseGuards(MinRevisionGuard)
export class AuthZenSearchController {
  constructor(private readonly searchAccess: SearchAccess) {}

  /** Ask who may do something. */
  @Post('subject')
  @HttpCode(200)
  @RequirePermission('authorization:evaluate')
  @ApiBody({ type: SearchRequest })
  async subjects(@Body() given: Json, @CurrentPrincipal() { userId }: Principal): Promise<SearchResponse> {
    const body = object(given, 'body');
    const page = readPage(body);
    const evaluation = {
      subjectType: text(object(body.subject, 'subject').type, 'subject.type'),
      action: readAction(body),
      ...readResource(object(body.resource, 'resource')),
      ...readContext(body),
    };
    const { items, next } = await this.searchAccess.subjects(evaluation, userId, page.after, page.limit);
    return writePage(page, items, next, (id) => ({ type: evaluation.subjectType, id }));
  }

  /**
   * Ask to which of the described resources somebody may do something.
   *
   * The items are kept by the calling service, which describes them in `resource.properties.candidates`, each with `id`
   * and `properties`; for a list in its own tables it asks for a plan instead.
   */
  @Post('resource')
  @HttpCode(200)
  @RequirePermission('authorization:evaluate')
  @ApiBody({ type: SearchRequest })
  async resources(@Body() given: Json, @CurrentPrincipal() { userId }: Principal): Promise<SearchResponse> {
    const body = object(given, 'body');
    const page = readPage(body);
    const resource = object(body.resource, 'resource');
    const type = text(resource.type, 'resource.type');
    readAction(body);
    readSubject(body);
    const field = 'resource.properties.candidates';
    const { candidates } = optionalObject(resource.properties, 'resource.properties');
    const described = list(candidates, field).map((candidate, index) => {
      const { id, properties } = object(candidate, `${field}.${index}`);
      const item = {
        type,
        id: text(id, `${field}.${index}.id`),
        ...(properties === undefined ? {} : { properties }),
      };
      return readEvaluation({ ...body, resource: item });
    });
    const ids = await this.searchAccess.resources(described, userId);
    const found = pageOf(page, ids, (id) => ({ type, id }));
    if (candidates === undefined) found.context = { reason: 'no_candidates' };
    return found;
  }

  /** Ask what somebody may do. */
  @Post('action')
  @HttpCode(200)
  @RequirePermission('authorization:evaluate')
  @ApiBody({ type: SearchRequest })
  async actions(@Body() given: Json, @CurrentPrincipal() { userId }: Principal): Promise<SearchResponse> {
    const body = object(given, 'body');
    const page = readPage(body);
    const evaluation = {
      ...readSubject(body),
      ...readResource(object(body.resource, 'resource')),
      ...readContext(body),
    };
    const names = await this.searchAccess.actions(evaluation, userId);
    return pageOf(page, names, (name) => ({ name }));
  }
}
