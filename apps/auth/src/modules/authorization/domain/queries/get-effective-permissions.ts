import { Injectable } from '@nestjs/common';
import type { PermissionName } from '@auth-service/authorization';
import { GetUser } from '../../../user/index.js';
import { PermissionCache } from '../permission-cache.js';

/** All that a user may do now, from every source. */
@Injectable()
export class GetEffectivePermissions {
  constructor(
    private readonly getUser: GetUser,
    private readonly permissions: PermissionCache,
  ) {}

  /**
   * @returns names in alphabetical order, wildcards replaced; empty for a disabled user
   * @throws AppError `not_found`
   */
  async execute(userId: string): Promise<PermissionName[]> {
    await this.getUser.execute(userId);
    return (await this.permissions.get(userId)).toSortedArray();
  }
}
