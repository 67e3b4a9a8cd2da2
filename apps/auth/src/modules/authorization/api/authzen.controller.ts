import { Body, Controller, Get, Header, HttpCode, Post } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, type Principal, Public, RequirePermission } from '../../../core/access/index.js';
import { type AppConfig, InjectConfig } from '../../../core/config/index.js';
import { AppError } from '../../../core/errors/index.js';
import type { Evaluation } from '../domain/evaluation.js';
import { EvaluateAccess } from '../domain/queries/evaluate-access.js';
import { invalid, type Json, list, object, optionalObject, readEvaluation } from './authzen-request.js';
import {
  type AuthZenConfiguration,
  EvaluationRequest,
  type EvaluationResponse,
  EvaluationsRequest,
  type EvaluationsResponse,
} from './authzen.dto.js';

const SEMANTICS = ['execute_all', 'deny_on_first_deny', 'permit_on_first_permit'];

/** The OpenID AuthZEN Authorization API 1.0: evaluation and discovery. */
@ApiTags('AuthZEN')
@Controller()
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
  evaluate(@Body() body: Json, @CurrentPrincipal() { userId }: Principal): Promise<EvaluationResponse> {
    return this.evaluateAccess.execute(readEvaluation(object(body, 'body')), userId);
  }

  /** Ask many such questions at once. */
  @Post('access/v1/evaluations')
  @HttpCode(200)
  @RequirePermission('authorization:evaluate')
  @ApiBody({ type: EvaluationsRequest })
  async evaluateAll(
    @Body() given: Json,
    @CurrentPrincipal() { userId }: Principal,
  ): Promise<EvaluationsResponse> {
    const body = object(given, 'body');
    const evaluations = list(body.evaluations, 'evaluations');
    const { evaluations_semantic: semantic = 'execute_all' } = optionalObject(body.options, 'options');
    if (!SEMANTICS.includes(semantic as string))
      throw invalid('options.evaluations_semantic', `must be one of ${SEMANTICS.join(', ')}`);
    if (evaluations.length === 0) return this.evaluate(body, { userId } as Principal);
    const results = await this.answer(body, evaluations, userId);
    const stop = results.findIndex(({ decision }) => stopsAt(semantic as string, decision));
    return { evaluations: stop < 0 ? results : results.slice(0, stop + 1) };
  }

  /** A question that is not valid is denied with its error; it does not spoil the others. */
  private async answer(
    defaults: Json,
    evaluations: readonly unknown[],
    userId: string,
  ): Promise<EvaluationResponse[]> {
    const read = evaluations.map((one, index) => attempt(() => readEvaluation(merged(defaults, one, index))));
    const valid = read.filter((one): one is Evaluation => !(one instanceof AppError));
    const results = (await this.evaluateAccess.executeAll(valid, userId)).values();
    return read.map((one) =>
      one instanceof AppError ? failed(one) : results.next().value,
    ) as EvaluationResponse[];
  }
}

const merged = (defaults: Json, one: unknown, index: number): Json => ({
  ...defaults,
  ...object(one, `evaluations.${index}`),
});

function attempt<T>(read: () => T): T | AppError {
  try {
    return read();
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
}

const failed = ({ status, code, message }: AppError): EvaluationResponse => ({
  decision: false,
  context: { error: { status, code, message } },
});

const stopsAt = (semantic: string, decision: boolean): boolean =>
  (semantic === 'deny_on_first_deny' && !decision) || (semantic === 'permit_on_first_permit' && decision);
