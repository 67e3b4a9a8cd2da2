import { Injectable } from '@nestjs/common';
import { AuthorizationChanges } from '../../../../core/access/index.js';
import { RequestContext } from '../../../../core/context/index.js';
import { Transactional } from '../../../../core/database/index.js';
import { FindUndo } from '../queries/find-undo.js';
import { undoReason } from '../undo/undo-reason.js';
import { MakeChange } from './make-change.js';

/** Takes back a change that the audit log tells of, wholly or not at all, by the commands that every change goes by. */
@Injectable()
export class UndoChange {
  constructor(
    private readonly findUndo: FindUndo,
    private readonly makeChange: MakeChange,
    private readonly changes: AuthorizationChanges,
    private readonly context: RequestContext,
  ) {}

  /** @throws AppError `forbidden`, `not_found`, `cannot_undo`, and whatever the commands of the inverse throw */
  @Transactional()
  async execute(eventId: string): Promise<void> {
    await this.changes.serialize();
    const { changes } = await this.findUndo.execute(eventId);
    await this.context.because(undoReason(eventId, this.context.reason), () =>
      this.makeChange.execute(...changes),
    );
  }
}
