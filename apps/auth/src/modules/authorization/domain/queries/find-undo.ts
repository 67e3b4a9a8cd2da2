import { Injectable } from '@nestjs/common';
import { AccessPolicy } from '../../../../core/access/index.js';
import { assertThat } from '../../../../core/errors/index.js';
import { GetAuditEvent } from '../../../audit/index.js';
import { asKept, type Inverse } from '../undo/undo.js';
import { Undos } from '../undo/undos.js';

/** Finds the changes that take back what an event of the audit log tells of. */
@Injectable()
export class FindUndo {
  constructor(
    private readonly getEvent: GetAuditEvent,
    private readonly undos: Undos,
    private readonly access: AccessPolicy,
  ) {}

  /** @throws AppError `forbidden` for who may not read the log, `not_found`, `cannot_undo` for what is not taken back and for what has changed since */
  async execute(eventId: string): Promise<Inverse> {
    const mayRead = await this.access.actorHolds('audit:read');
    assertThat(mayRead, 'forbidden', { detail: 'This needs the permission audit:read.' });
    const undo = this.undos.of(await this.getEvent.execute(eventId));
    assertThat(undo !== null, 'cannot_undo', { detail: 'A change of this kind is not taken back.' });
    const isAsLeft = asKept(await undo.now()) === asKept(undo.left);
    assertThat(isAsLeft, 'cannot_undo', { detail: 'What it changed was changed again or deleted since.' });
    const { changes } = undo;
    return typeof changes === 'function' ? changes() : { changes, notRestored: [] };
  }
}
