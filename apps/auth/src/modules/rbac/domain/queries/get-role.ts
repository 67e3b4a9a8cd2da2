import { Injectable } from '@nestjs/common';
import { assertThat } from '../../../../core/errors/index.js';
import type { RoleView } from '../rbac.view.js';
import { RoleRepository } from '../role.repository.js';

/** Reads one role. */
@Injectable()
export class GetRole {
  constructor(private readonly roles: RoleRepository) {}

  /** @throws AppError `not_found` */
  async execute(id: string): Promise<RoleView> {
    const view = await this.roles.findView(id);
    assertThat(view !== null, 'not_found');
    return view;
  }
}
