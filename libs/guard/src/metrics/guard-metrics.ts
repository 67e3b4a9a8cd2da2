import { Injectable } from '@nestjs/common';
import { Knowledge } from '../following/knowledge.js';

/** What the guard has done since the start, and how things stand. */
export interface GuardFigures {
  /** For how many milliseconds nothing has confirmed what is known; Infinity before the first snapshot. */
  readonly snapshotAgeMs: number;
  /** The revision that is known; -1 before the first snapshot. */
  readonly revision: number;
  /** Decisions by their outcome and by who made them: this process or the auth service. */
  readonly decisions: Readonly<Record<DecisionSource, Readonly<Record<DecisionOutcome, number>>>>;
  /** Requests to the auth service. In the steady state it makes none. */
  readonly calls: Readonly<Record<CallOutcome, number>>;
  /** Requests that were answered with 503. */
  readonly unavailable: number;
}

export type DecisionSource = 'memory' | 'service';
export type DecisionOutcome = 'allowed' | 'denied';
export type CallOutcome = 'answered' | 'failed';

/** Counts what the guard does. Inject it to show the figures at an address of yours. */
@Injectable()
export class GuardMetrics {
  private readonly decisions = {
    memory: { allowed: 0, denied: 0 },
    service: { allowed: 0, denied: 0 },
  };
  private readonly calls = { answered: 0, failed: 0 };
  private unavailable = 0;

  constructor(private readonly knowledge: Knowledge) {}

  /** @internal */
  countDecision(source: DecisionSource, outcome: DecisionOutcome): void {
    this.decisions[source][outcome] += 1;
  }

  /** @internal */
  countCall(outcome: CallOutcome): void {
    this.calls[outcome] += 1;
  }

  /** @internal */
  countUnavailable(): void {
    this.unavailable += 1;
  }

  /** The figures now. */
  figures(): GuardFigures {
    return {
      snapshotAgeMs: this.knowledge.ageMs,
      revision: this.knowledge.rev,
      decisions: { memory: { ...this.decisions.memory }, service: { ...this.decisions.service } },
      calls: { ...this.calls },
      unavailable: this.unavailable,
    };
  }

  /** The figures in the text format of Prometheus. */
  toPrometheus(): string {
    const { snapshotAgeMs, revision, decisions, calls, unavailable } = this.figures();
    const age = snapshotAgeMs === Infinity ? '+Inf' : snapshotAgeMs / 1000;
    return [
      '# HELP auth_guard_snapshot_age_seconds Time since what is known was last confirmed.',
      '# TYPE auth_guard_snapshot_age_seconds gauge',
      `auth_guard_snapshot_age_seconds ${age}`,
      '# HELP auth_guard_revision Revision of authorisation that is known.',
      '# TYPE auth_guard_revision gauge',
      `auth_guard_revision ${revision}`,
      '# HELP auth_guard_decisions_total Decisions by who made them and their outcome.',
      '# TYPE auth_guard_decisions_total counter',
      ...Object.entries(decisions).flatMap(([source, outcomes]) =>
        Object.entries(outcomes).map(
          ([outcome, count]) =>
            `auth_guard_decisions_total{source="${source}",outcome="${outcome}"} ${count}`,
        ),
      ),
      '# HELP auth_guard_service_calls_total Requests to the auth service.',
      '# TYPE auth_guard_service_calls_total counter',
      ...Object.entries(calls).map(
        ([outcome, count]) => `auth_guard_service_calls_total{outcome="${outcome}"} ${count}`,
      ),
      '# HELP auth_guard_unavailable_total Requests answered with 503.',
      '# TYPE auth_guard_unavailable_total counter',
      `auth_guard_unavailable_total ${unavailable}`,
      '',
    ].join('\n');
  }
}
