import { Injectable } from '@nestjs/common';

/** Work that is done again and again, as the module whose it is declares it. */
export interface PeriodicWork {
  /** For example `sessions.prune`; its words in the panel are `jobs.<name>` with a dash for the dot. */
  readonly name: string;
  readonly everySeconds: number;
  /** It does its work in parts and ends between two of them when the signal says so. */
  readonly canStop?: boolean;
  /** May be run again at any time, since an instance may die in the middle of it. */
  run(signal: AbortSignal): Promise<unknown>;
}

/** The periodic work that the modules declared. */
@Injectable()
export class PeriodicJobs {
  private readonly works = new Map<string, PeriodicWork>();

  declare(work: PeriodicWork): void {
    if (this.works.has(work.name)) throw new Error(`job ${work.name} is declared twice`);
    this.works.set(work.name, work);
  }

  find(name: string): PeriodicWork | undefined {
    return this.works.get(name);
  }

  all(): PeriodicWork[] {
    return [...this.works.values()];
  }
}
