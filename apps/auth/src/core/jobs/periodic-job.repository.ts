import { Injectable } from '@nestjs/common';
import { Database } from '../database/index.js';
import type { JobOutcome, PeriodicJob } from './periodic-job.entity.js';

/** A run that this instance has taken. */
export interface TakenRun {
  readonly name: string;
  readonly leaseId: string;
  readonly attempts: number;
}

/** How a run ended, and in how many seconds the next one is due. */
export interface EndOfRun {
  readonly outcome: JobOutcome;
  readonly nextSeconds: number;
  readonly failure: { readonly code: string; readonly detail: string } | null;
}

/** What is known of a job, seen at one moment of the database's clock. */
export type JobState = Omit<PeriodicJob, 'leaseId' | 'leaseUntil'> & {
  readonly isRunning: boolean;
  /** It should have begun. */
  readonly isDue: boolean;
  readonly lastMs: number | null;
};

/** An instance that says nothing for so long is taken for dead. */
const LEASE = "interval '60 seconds'";
const IS_RUNNING = 'coalesce(lease_until > clock_timestamp(), false)';

/** Reads and writes when periodic work is due, and who is at it. The clock is the database's. */
@Injectable()
export class PeriodicJobRepository {
  constructor(private readonly database: Database) {}

  /** Makes the row of a new job; its first run is one period away. */
  async insertMissing(
    jobs: readonly { readonly name: string; readonly everySeconds: number }[],
  ): Promise<void> {
    await this.database.query(
      `INSERT INTO periodic_jobs (name, due_at)
       SELECT name, clock_timestamp() + make_interval(secs => "everySeconds")
       FROM jsonb_to_recordset($1) AS j (name text, "everySeconds" integer)
       ON CONFLICT (name) DO NOTHING`,
      [JSON.stringify(jobs)],
    );
  }

  /** Takes a run that is due and that nobody is at, or whose instance died. */
  async take(names: readonly string[], leaseId: string, instance: string): Promise<TakenRun | null> {
    const [taken] = await this.database.query<TakenRun>(
      `UPDATE periodic_jobs SET lease_id = $2, lease_until = clock_timestamp() + ${LEASE}, instance = $3,
         started_at = clock_timestamp(), attempts = attempts + 1, stop_requested = false, requested_at = NULL
       WHERE name = (SELECT name FROM periodic_jobs
         WHERE name = ANY ($1) AND due_at <= clock_timestamp() AND NOT ${IS_RUNNING}
         ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED)
       RETURNING name, lease_id AS "leaseId", attempts`,
      [names, leaseId, instance],
    );
    return taken ?? null;
  }

  /** @returns false when the run is to end: somebody wants it to, or it was taken over */
  async renew({ name, leaseId }: TakenRun): Promise<boolean> {
    const [row] = await this.database.query<{ stopRequested: boolean }>(
      `UPDATE periodic_jobs SET lease_until = clock_timestamp() + ${LEASE} WHERE name = $1 AND lease_id = $2
       RETURNING stop_requested AS "stopRequested"`,
      [name, leaseId],
    );
    return row?.stopRequested === false;
  }

  async finish({ name, leaseId }: TakenRun, { outcome, nextSeconds, failure }: EndOfRun): Promise<void> {
    await this.database.query(
      `UPDATE periodic_jobs SET lease_id = NULL, lease_until = NULL, stop_requested = false,
         finished_at = clock_timestamp(), outcome = $3, error_code = $4, error = $5,
         attempts = CASE WHEN $3 = 'succeeded' THEN 0 ELSE attempts END,
         due_at = clock_timestamp() + make_interval(secs => $6)
       WHERE name = $1 AND lease_id = $2`,
      [name, leaseId, outcome, failure?.code ?? null, failure?.detail ?? null, nextSeconds],
    );
  }

  /** @returns false when it runs already */
  async request(name: string): Promise<boolean> {
    const rows = await this.database.query(
      `UPDATE periodic_jobs SET due_at = clock_timestamp(), requested_at = clock_timestamp()
       WHERE name = $1 AND NOT ${IS_RUNNING} RETURNING name`,
      [name],
    );
    return rows.length === 1;
  }

  /** @returns false when it does not run */
  async requestStop(name: string): Promise<boolean> {
    const rows = await this.database.query(
      `UPDATE periodic_jobs SET stop_requested = true WHERE name = $1 AND ${IS_RUNNING} RETURNING name`,
      [name],
    );
    return rows.length === 1;
  }

  /** Takes back a run that was asked for. @returns false when none is waiting */
  async withdraw(name: string, nextSeconds: number): Promise<boolean> {
    const rows = await this.database.query(
      `UPDATE periodic_jobs SET requested_at = NULL, due_at = clock_timestamp() + make_interval(secs => $2)
       WHERE name = $1 AND requested_at IS NOT NULL AND NOT ${IS_RUNNING} RETURNING name`,
      [name, nextSeconds],
    );
    return rows.length === 1;
  }

  list(names: readonly string[]): Promise<JobState[]> {
    return this.database.query<JobState>(
      `SELECT name, due_at AS "dueAt", requested_at AS "requestedAt", stop_requested AS "stopRequested", attempts,
         instance, started_at AS "startedAt", finished_at AS "finishedAt", outcome, error_code AS "errorCode", error,
         ${IS_RUNNING} AS "isRunning", due_at <= clock_timestamp() AS "isDue",
         CASE WHEN finished_at >= started_at THEN round(extract(epoch FROM finished_at - started_at) * 1000)::int END AS "lastMs"
       FROM periodic_jobs WHERE name = ANY ($1) ORDER BY name`,
      [names],
    );
  }
}
