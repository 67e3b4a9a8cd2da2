import type { MemoryRoutes } from '../../../core/access/index.js';
import type { EvaluateAccess } from '../domain/queries/evaluate-access.js';
import { answerBatch, readBatch } from './authzen-batch.js';
import { AuthZenController } from './authzen.controller.js';
import type { EvaluationResponse } from './authzen.dto.js';
import { object, readEvaluation } from './authzen-request.js';

/** Answers evaluations from memory: other services ask for them at each request of theirs. */
export function recallEvaluations(routes: MemoryRoutes, evaluateAccess: EvaluateAccess): void {
  routes.add(AuthZenController, 'evaluate', ({ userId }, body) => {
    const evaluation = readEvaluation(object(body, 'body'));
    return evaluateAccess.recallAll([evaluation], userId)?.[0];
  });
  routes.add(AuthZenController, 'evaluateAll', ({ userId }, body) => {
    const batch = readBatch(body);
    const results = evaluateAccess.recallAll(batch.valid, userId);
    if (results === undefined) return undefined;
    const { evaluations, ...single } = answerBatch(batch, results);
    return evaluations === undefined ? single : `{"evaluations":[${evaluations.map(textOf).join()}]}`;
  });
}

const texts = new WeakMap<EvaluationResponse, string>();

/** Decisions are few things that come again and again, so each is written out once. */
function textOf(decision: EvaluationResponse): string {
  const known = texts.get(decision) ?? JSON.stringify(decision);
  texts.set(decision, known);
  return known;
}
