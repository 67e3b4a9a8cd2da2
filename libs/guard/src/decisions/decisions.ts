import {
  type AssuranceLevel,
  decide,
  type Decision,
  type DenialReason,
  type Question,
} from '@auth-service/authorization';
import { Injectable } from '@nestjs/common';
import { ServiceClient } from '../following/service-client.js';
import { GuardMetrics } from '../metrics/guard-metrics.js';
import { describeItem, describeResource, type Item } from './item.js';
import { Standings } from './standings.js';

/** Who wants something, and how strong their session is. */
export interface Asker {
  readonly userId: string;
  readonly level: AssuranceLevel;
}

/** What they want to do: with an item, or at all. */
export interface Wish {
  /** For example `deal`. */
  readonly type: string;
  /** For example `update`. */
  readonly action: string;
  readonly teamId?: string | undefined;
  readonly item?: Item | undefined;
}

interface Evaluations {
  readonly evaluations: readonly {
    readonly decision: boolean;
    readonly context?: { readonly reason?: string };
  }[];
}

const ALLOWED: Decision = { allowed: true };
const REASONS: Readonly<Record<string, DenialReason>> = {
  inactive: 'inactive',
  unknown_subject: 'inactive',
  not_visible: 'not_visible',
};

/** Decides from memory, or has the auth service decide. */
@Injectable()
export class Decisions {
  constructor(
    private readonly standings: Standings,
    private readonly client: ServiceClient,
    private readonly metrics: GuardMetrics,
  ) {}

  /** Decides from what is known. */
  decide(asker: Asker, wish: Wish): Decision {
    return this.counted('memory', this.preview(asker, wish));
  }

  /** What would be decided, without being counted. */
  preview({ userId, level }: Asker, { type, action, teamId, item }: Wish): Decision {
    const { replica, model, subject, access } = this.standings.of(userId, level);
    const team = teamId ?? item?.teamId;
    const question: Question = {
      type,
      action,
      ...(team !== undefined && { teamId: team }),
      ...(item && { item: describeItem(replica, type, item) }),
      ...(item?.parents && {
        parents: item.parents.map((parent) => describeItem(replica, parent.type, parent)),
      }),
    };
    return decide(model, subject, access, question);
  }

  /**
   * Has the auth service decide, all wishes by one request.
   *
   * @returns in the order of the wishes
   * @throws ServiceUnreachable, ServiceRefusal
   */
  async ask({ userId, level }: Asker, wishes: readonly Wish[]): Promise<Decision[]> {
    if (wishes.length === 0) return [];
    const { evaluations } = await this.client.evaluate<Evaluations>({
      subject: { type: 'user', id: userId },
      context: { acr: level },
      evaluations: wishes.map(({ type, action, teamId, item }) => ({
        action: { name: action },
        resource: describeResource(type, teamId ?? item?.teamId, item),
      })),
    });
    return wishes.map((_, index) => {
      const answer = evaluations[index];
      const decision: Decision =
        answer?.decision === true
          ? ALLOWED
          : { allowed: false, reason: REASONS[answer?.context?.reason ?? ''] ?? 'not_permitted' };
      return this.counted('service', decision);
    });
  }

  /**
   * Has the auth service decide.
   *
   * @throws ServiceUnreachable, ServiceRefusal
   */
  async askOne(asker: Asker, wish: Wish): Promise<Decision> {
    const [decision] = await this.ask(asker, [wish]);
    return decision ?? { allowed: false, reason: 'not_permitted' };
  }

  private counted(source: 'memory' | 'service', decision: Decision): Decision {
    this.metrics.countDecision(source, decision.allowed ? 'allowed' : 'denied');
    return decision;
  }
}
