import { Injectable } from '@nestjs/common';
import { Transactional } from '../../../../core/database/index.js';
import type { UserStatus } from '../user-status.js';
import type { UserChanges, UserView } from '../user.view.js';
import { ChangeUserStatus } from './change-user-status.js';
import { UpdateUser } from './update-user.js';

/** Changes a user's data and status in one step: both or neither. */
@Injectable()
export class ChangeUser {
  constructor(
    private readonly updateUser: UpdateUser,
    private readonly changeStatus: ChangeUserStatus,
  ) {}

  /** @throws AppError as {@link UpdateUser} and {@link ChangeUserStatus} */
  @Transactional()
  async execute(
    id: string,
    changes: UserChanges & { status?: UserStatus },
    expectedVersion?: number,
  ): Promise<UserView> {
    const { status, ...data } = changes;
    if (status !== undefined) await this.changeStatus.execute(id, status, expectedVersion);
    return this.updateUser.execute(id, data, status === undefined ? expectedVersion : undefined);
  }
}
