import { Injectable } from '@nestjs/common';
import { AccessPolicy } from '../../../../core/access/index.js';
import { Transactional } from '../../../../core/database/index.js';
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

  /**
   * Makes all of the changes or none.
   *
   * @throws AppError `forbidden` for who may not make a change, and whatever its command throws
   */
  @Transactional()
  async execute(...changes: readonly PreviewedChange[]): Promise<void> {
    for (const change of changes) await this.make(change);
  }

  private async make({ change, ...given }: PreviewedChange): Promise<void> {
    const makeable = this.changes.find(change);
    const { permission } = makeable;
    const mayMake = await this.access.actorHolds(permission);
    assertThat(mayMake, 'forbidden', { detail: `This change needs ${permission}.` });
    await makeable.run(given);
  }
}
