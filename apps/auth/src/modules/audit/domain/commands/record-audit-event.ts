import { Injectable } from '@nestjs/common';
import { RequestContext } from '../../../../core/context/index.js';
import { newId } from '../../../../core/database/index.js';
import type { AuditAction, AuditSubject } from '../audit-action.js';
import type { AuditOutcome } from '../audit-outcome.js';
import { AuditEventRepository } from '../audit-event.repository.js';

/** What happened to whom. Who did it, and in which request, is known from the context. */
export interface AuditedChange {
  /** Subject and past tense, for example `role.updated`. */
  readonly action: AuditAction;
  /** `success` when nothing is said. */
  readonly outcome?: AuditOutcome;
  readonly subjectType: AuditSubject;
  readonly subjectId: string | null;
  /** The public state before and after: never a password, a hash or a token. */
  readonly before?: unknown;
  readonly after?: unknown;
  readonly reason?: string;
  /** Who acted, where the context can't know it yet: at a login. */
  readonly actorId?: string;
}

/** Adds an event to the audit log, inside the transaction of the change where there is one. */
@Injectable()
export class RecordAuditEvent {
  constructor(
    private readonly events: AuditEventRepository,
    private readonly context: RequestContext,
  ) {}

  async execute(change: AuditedChange): Promise<void> {
    await this.events.insert({
      id: newId(),
      action: change.action,
      outcome: change.outcome ?? 'success',
      actorId: change.actorId ?? this.context.actor?.userId ?? null,
      impersonatorId: null,
      subjectType: change.subjectType,
      subjectId: change.subjectId,
      before: change.before ?? null,
      after: change.after ?? null,
      reason: change.reason ?? null,
      requestId: this.context.requestId || null,
      ipAddress: this.context.requestId ? this.context.client.ipAddress : null,
    });
  }
}
