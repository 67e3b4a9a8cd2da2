import { Injectable } from '@nestjs/common';
import { assertThat } from '../../../../core/errors/index.js';
import { VisibilityGroupRepository } from '../visibility-group.repository.js';
import type { VisibilityGroupView } from '../visibility-group.view.js';

/** Reads one visibility group. */
@Injectable()
export class GetVisibilityGroup {
  constructor(private readonly groups: VisibilityGroupRepository) {}

  /** @throws AppError `not_found` */
  async execute(id: string): Promise<VisibilityGroupView> {
    const view = await this.groups.findView(id);
    assertThat(view !== null, 'not_found');
    return view;
  }
}
