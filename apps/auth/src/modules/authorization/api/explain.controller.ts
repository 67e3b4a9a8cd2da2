import { Body, Controller, HttpCode, Post, UseGuards } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { toSql } from '@auth-service/authorization';
import { RequirePermission } from '../../../core/access/index.js';
import { ExplainAccess } from '../domain/queries/explain-access.js';
import {
  type Json,
  object,
  readAction,
  readContext,
  readEvaluation,
  readMoment,
  readResource,
  readSubject,
} from './authzen-request.js';
import { SearchRequest } from './authzen.dto.js';
import { ExplainRequest, type ExplanationResponse, type PlanResponse } from './explain.dto.js';
import { MinRevisionGuard } from './min-revision.guard.js';

/** Stands for every item of a list. */
const ANY = '*';

@ApiTags('authorization')
@Controller('auth/v1/authorization')
@UseGuards(MinRevisionGuard)
export class ExplainController {
  constructor(private readonly explainAccess: ExplainAccess) {}

  /** Ask why somebody may do something or may not, now or at a past moment. */
  @Post('explain')
  @HttpCode(200)
  @RequirePermission('authorization:explain')
  @ApiBody({ type: ExplainRequest })
  async explain(@Body() body: Json): Promise<ExplanationResponse> {
    const asked = object(body, 'body');
    const { decision, path, sights, remedies } = await this.explainAccess.explain(
      readEvaluation(asked),
      readMoment(asked),
    );
    const answer = { path, sights, remedies } as unknown as Omit<ExplanationResponse, 'decision'>;
    return decision.allowed
      ? { decision: true, ...answer }
      : { decision: false, reason: decision.reason, ...answer };
  }

  /** Ask which items of a list somebody may reach, as a condition. */
  @Post('plan')
  @HttpCode(200)
  @RequirePermission('authorization:evaluate')
  @ApiBody({ type: SearchRequest })
  async plan(@Body() given: Json): Promise<PlanResponse> {
    const body = object(given, 'body');
    const { condition, reason } = await this.explainAccess.plan({
      ...readSubject(body),
      action: readAction(body),
      ...readResource(object(body.resource, 'resource'), ANY),
      ...readContext(body),
    });
    if (condition.kind === 'all') return { effect: 'ALLOW' };
    if (condition.kind === 'none') return { effect: 'DENY', ...(reason === undefined ? {} : { reason }) };
    const { text, values } = toSql(condition);
    return { effect: 'CONDITION', condition: { ...condition }, sql: { text, values: [...values] } };
  }
}
