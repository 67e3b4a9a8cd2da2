import { Body, Controller, HttpCode, Post, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { splitPermission } from '@auth-service/authorization';
import { RequirePermission } from '../../../core/access/index.js';
import { decodeCursor, encodeCursor } from '../../../core/http/page.js';
import { FindEmails } from '../../user/index.js';
import { FindWhoCan } from '../domain/queries/find-who-can.js';
import { type WhoCanPage, WhoCanRequest, type WhoCanResponse } from './explain.dto.js';
import { MinRevisionGuard } from './min-revision.guard.js';

const SORT = 'id';

@ApiTags('authorization')
@Controller('auth/v1/authorization')
@UseGuards(MinRevisionGuard)
export class WhoCanController {
  constructor(
    private readonly findWhoCan: FindWhoCan,
    private readonly findEmails: FindEmails,
  ) {}

  /** Ask who may do something, now or at a past moment, and how they come to it. */
  @Post('who-can')
  @HttpCode(200)
  @RequirePermission('authorization:explain')
  async whoCan(@Body() { permission, teamId, at, limit, cursor }: WhoCanRequest): Promise<WhoCanPage> {
    const { resource: resourceType, action } = splitPermission(permission);
    const after = cursor === undefined ? null : decodeCursor(SORT, cursor).id;
    const { items, next } = await this.findWhoCan.execute(
      { resourceType, action, teamId, assurance: 'aal2' },
      at,
      after,
      limit,
    );
    const emails = await this.findEmails.execute(items.map(({ userId }) => userId));
    return {
      items: items.map(({ userId, path }) => ({
        userId,
        email: emails.get(userId) ?? '',
        path: path as unknown as WhoCanResponse['path'],
      })),
      nextCursor: next === null ? null : encodeCursor(SORT, { id: next, value: null }),
    };
  }
}
