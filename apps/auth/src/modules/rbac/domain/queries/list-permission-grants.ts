import { Injectable } from '@nestjs/common';
import { GetUser } from '../../../user/index.js';
import { PermissionGrantRepository } from '../permission-grant.repository.js';
import type { PermissionGrantView } from '../rbac.view.js';

/** Lists the permissions that a user has without a role, whatever their time. */
@Injectable()
export class ListPermissionGrants {
  constructor(
    private readonly grants: PermissionGrantRepository,
    private readonly getUser: GetUser,
  ) {}

  /** @throws AppError `not_found` */
  async execute(userId: string): Promise<readonly PermissionGrantView[]> {
    await this.getUser.execute(userId);
    return this.grants.listOfUser(userId);
  }
}
