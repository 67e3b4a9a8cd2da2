import { Injectable } from '@nestjs/common';
import type { PermissionName } from '@auth-service/authorization';
import { GetUser } from '../../../user/index.js';
import { AuthorizationState } from '../authorization-state.js';

/** All that a user may do now, from every source. */
@Injectable()
export class GetEffectivePermissions {
  constructor(
    private readonly getUser: GetUser,
    private readonly state: AuthorizationState,
  ) {}

  /**
   * @returns names in alphabetical order, wildcards replaced; empty for a disabled user
   * @throws AppError `not_found`
   */
  async execute(userId: string): Promise<PermissionName[]> {
    await this.getUser.execute(userId);
    return (await this.state.get(userId))?.access.permissions.toSortedArray() ?? [];
  }
}
