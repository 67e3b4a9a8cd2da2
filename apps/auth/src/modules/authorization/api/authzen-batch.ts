import { AppError } from '../../../core/errors/index.js';
import type { Evaluation, EvaluationResult } from '../domain/evaluation.js';
import { evaluationReader, invalid, list, object, optionalObject } from './authzen-request.js';
import type { EvaluationResponse, EvaluationsResponse } from './authzen.dto.js';

const SEMANTICS = ['execute_all', 'deny_on_first_deny', 'permit_on_first_permit'];

/** Many questions in one request (AuthZEN 1.0, section 7). */
export interface EvaluationBatch {
  /** False for a request that asks one question after all. */
  readonly isList: boolean;
  /** A question that is not valid is denied with its error; it does not spoil the others. */
  readonly read: readonly (Evaluation | AppError)[];
  readonly valid: readonly Evaluation[];
  readonly semantic: string;
}

/** @throws AppError `invalid_request` for what is wrong with the request as a whole */
export function readBatch(given: unknown): EvaluationBatch {
  const body = object(given, 'body');
  const evaluations = list(body.evaluations, 'evaluations');
  const { evaluations_semantic: semantic = 'execute_all' } = optionalObject(body.options, 'options');
  if (!SEMANTICS.includes(semantic as string))
    throw invalid('options.evaluations_semantic', `must be one of ${SEMANTICS.join(', ')}`);
  const reader = evaluationReader(body);
  if (evaluations.length === 0) {
    const single = reader(body);
    return { isList: false, read: [single], valid: [single], semantic: semantic as string };
  }
  const read = evaluations.map((one, index) => attempt(() => reader(object(one, `evaluations.${index}`))));
  const valid = read.filter((one): one is Evaluation => !(one instanceof AppError));
  return { isList: true, read, valid, semantic: semantic as string };
}

/** @param results - of the valid questions, in their order */
export function answerBatch(
  { isList, read, semantic }: EvaluationBatch,
  results: readonly EvaluationResult[],
): EvaluationsResponse {
  if (!isList) return results[0] as EvaluationsResponse;
  let next = 0;
  const answers = read.map((one) =>
    one instanceof AppError ? failed(one) : results[next++],
  ) as EvaluationResponse[];
  const stop =
    semantic === 'execute_all' ? -1 : answers.findIndex(({ decision }) => stopsAt(semantic, decision));
  return { evaluations: stop < 0 ? answers : answers.slice(0, stop + 1) };
}

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
  (semantic === 'deny_on_first_deny') !== decision;
