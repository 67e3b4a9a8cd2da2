import { Injectable } from '@nestjs/common';
import { type Actor, RequestContext } from '../../../../core/context/index.js';
import { newId } from '../../../../core/database/index.js';
import type { AuditAction, AuditSubjectType } from '../audit-action.js';
import type { AuditOutcome } from '../audit-outcome.js';
import { AuditEventRepository } from '../audit-event.repository.js';
import { type AuditedSubject, SubjectHistoryRepository } from '../subject-history.repository.js';

/** What happened to whom. Who did it, and in which request, is known from the context. */
export interface AuditedChange {
  /** Subject and past tense, for example `role.updated`. */
  readonly action: AuditAction;
  /** `success` when nothing is said. */
  readonly outcome?: AuditOutcome;
  readonly subjectType: AuditSubjectType;
  readonly subjectId: string | null;
  /** Whom it concerns beside its subject: their history tells of it too. */
  readonly concerns?: readonly AuditedSubject[];
  /** The public state before and after: never a password, a hash or a token. */
  readonly before?: unknown;
  readonly after?: unknown;
  /** The reason that was given with the request, when nothing is said. */
  readonly reason?: string;
  /** Who acted, where the context can't know it yet: at a login. */
  readonly actorId?: string;
}

/** Who acts in the actor's name, if anybody does. */
const impersonatorOf = (actor: Actor | null): string | null => actor?.impersonator?.userId ?? null;

/** Adds an event to the audit log, inside the transaction of the change where there is one. */
@Injectable()
export class RecordAuditEvent {
  constructor(
    private readonly events: AuditEventRepository,
    private readonly history: SubjectHistoryRepository,
    private readonly context: RequestContext,
  ) {}

  async execute(change: AuditedChange): Promise<void> {
    const id = newId();
    const { actor } = this.context;
    await this.events.insert({
      id,
      action: change.action,
      outcome: change.outcome ?? 'success',
      actorId: change.actorId ?? actor?.userId ?? null,
      impersonatorId: impersonatorOf(actor),
      subjectType: change.subjectType,
      subjectId: change.subjectId,
      before: change.before ?? null,
      after: change.after ?? null,
      reason: this.reasonOf(change),
      requestId: this.context.requestId || null,
      ipAddress: this.context.requestId ? this.context.client.ipAddress : null,
    });
    if (change.concerns !== undefined) await this.history.insert(id, change.concerns);
  }

  private reasonOf({ reason }: AuditedChange): string | null {
    return reason ?? this.context.reason ?? null;
  }
}
