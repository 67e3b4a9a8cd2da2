import { Body, Controller, Get, Header, HttpCode, Post, UseGuards } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, type Principal, Public, RequirePermission } from '../../../core/access/index.js';
import { type AppConfig, InjectConfig } from '../../../core/config/index.js';
import { EvaluateAccess } from '../domain/queries/evaluate-access.js';
import { answerBatch, readBatch } from './authzen-batch.js';
import { type Json, object, readEvaluation } from './authzen-request.js';
import {
  type AuthZenConfiguration,
  EvaluationRequest,
  type EvaluationResponse,
  EvaluationsRequest,
  type EvaluationsResponse,
} from './authzen.dto.js';
import { MinRevisionGuard } from './min-revision.guard.js';

/** The OpenID AuthZEN Authorization API 1.0: evaluation and discovery. */
@ApiTags('AuthZEN')
@Controller()
@UseGuards(MinRevisionGuard)
export class AuthZenController {
  constructor(
    private readonly evaluateAccess: EvaluateAccess,
    @InjectConfig() private readonly config: AppConfig,
  ) {}

  /** Say where the parts of this decision point are. */
  @Get('.well-known/authzen-configuration')
  @Public()
  @Header('cache-control', 'public, max-age=3600')
  configuration(): AuthZenConfiguration {
    const origin = this.config.publicUrl;
    const endpoint = (path: string) => new URL(`/access/v1/${path}`, origin).href;
    return {
      policy_decision_point: origin,
      access_evaluation_endpoint: endpoint('evaluation'),
      access_evaluations_endpoint: endpoint('evaluations'),
      search_subject_endpoint: endpoint('search/subject'),
      search_resource_endpoint: endpoint('search/resource'),
      search_action_endpoint: endpoint('search/action'),
    };
  }

  /** Ask whether a subject may do something. */
  @Post('access/v1/evaluation')
  @HttpCode(200)
  @RequirePermission('authorization:evaluate')
  @ApiBody({ type: EvaluationRequest })
  async evaluate(@Body() body: Json, @CurrentPrincipal() { userId }: Principal): Promise<EvaluationResponse> {
    const evaluation = readEvaluation(object(body, 'body'));
    const [result] = await this.evaluateAccess.executeAll([evaluation], userId);
    return result as EvaluationResponse;
  }

  /** Ask many such questions at once. */
  @Post('access/v1/evaluations')
  @HttpCode(200)
  @RequirePermission('authorization:evaluate')
  @ApiBody({ type: EvaluationsRequest })
  async evaluateAll(
    @Body() body: Json,
    @CurrentPrincipal() { userId }: Principal,
  ): Promise<EvaluationsResponse> {
    const batch = readBatch(body);
    return answerBatch(batch, await this.evaluateAccess.executeAll(batch.valid, userId));
  }
}
