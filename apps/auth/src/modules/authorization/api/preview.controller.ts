import { Body, Controller, HttpCode, Post, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { AuthorizationModel } from '@auth-service/authorization';
import { RequirePermission } from '../../../core/access/index.js';
import type { Exchange } from '../domain/previews/access-difference.js';
import { type Preview, PreviewChange } from '../domain/queries/preview-change.js';
import type { SharedDifference } from '../domain/previews/comparison.js';
import { type PreviewedDifference, PreviewRequest, type PreviewResponse } from './preview.dto.js';
import { MinRevisionGuard } from './min-revision.guard.js';

/** Of what is long, the first so many are shown. */
const SHOWN = 100;

@ApiTags('authorization')
@Controller('auth/v1/authorization')
@UseGuards(MinRevisionGuard)
export class PreviewController {
  constructor(private readonly previewChange: PreviewChange) {}

  /** Ask what a change of roles, teams or groups would do, for whom, and whether you would lock yourself out. */
  @Post('preview')
  @HttpCode(200)
  @RequirePermission('authorization:explain')
  async preview(@Body() change: PreviewRequest): Promise<PreviewResponse> {
    const preview = await this.previewChange.execute(change);
    const { differences, userCount, complete, locksYouOut } = preview;
    return {
      userCount,
      complete,
      locksYouOut,
      differences: differences.slice(0, SHOWN).map((difference) => shown(difference, preview)),
    };
  }
}

function shown(
  { at, users, permissions, inTeams, seesAllOf, seesSharedOf, secondFactor }: SharedDifference,
  { before, after }: Preview,
): PreviewedDifference {
  const team = (id: string) => (after.teams.get(id) ?? before.teams.get(id))?.name ?? '';
  return {
    at: new Date(at),
    userCount: users.length,
    users: users.slice(0, SHOWN).map(({ id, email }) => ({ id, email })),
    permissions: names(permissions),
    inTeams: inTeams.map((held) => ({ teamId: held.teamId, team: team(held.teamId), ...names(held) })),
    seesAllOf: groupNames(seesAllOf, before, after),
    seesSharedOf: groupNames(seesSharedOf, before, after),
    secondFactor,
  };
}

const names = ({ gains, loses }: Exchange<string>) => ({
  gains: { count: gains.length, first: gains.slice(0, SHOWN) },
  loses: { count: loses.length, first: loses.slice(0, SHOWN) },
});

const groupNames = (
  { gains, loses }: Exchange<number>,
  before: AuthorizationModel,
  after: AuthorizationModel,
) => ({
  gains: gains.map((number) => after.groups.get(number)?.name ?? ''),
  loses: loses.map((number) => before.groups.get(number)?.name ?? ''),
});
