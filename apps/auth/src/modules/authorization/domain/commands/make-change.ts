import { Injectable } from '@nestjs/common';
import { AccessPolicy } from '../../../../core/access/index.js';
import { assertThat } from '../../../../core/errors/index.js';
import type { PreviewedChange } from '../previews/previewed-change.js';
import { PreviewableChanges } from '../previews/previewable-changes.js';

/** Makes a change as it was previewed: from the same description, by the same command. */
@Injectable()
export class MakeChange {
  constructor(
    private readonly changes: PreviewableChanges,
    private readonly access: AccessPolicy,
  ) {}

  /** @throws AppError `forbidden` for who may not make the change, and whatever its command throws */
  async execute({ change, ...given }: PreviewedChange): Promise<void> {
    const makeable = this.changes.find(change);
    const { permission } = makeable;
    const mayMake = await this.access.actorHolds(permission);
    assertThat(mayMake, 'forbidden', { detail: `This change needs ${permission}.` });
    await makeable.run(given);
  }
}
