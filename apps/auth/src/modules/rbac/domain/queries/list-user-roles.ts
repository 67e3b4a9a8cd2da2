import { Injectable } from '@nestjs/common';
import { GetUser } from '../../../user/index.js';
import type { UserRoleView } from '../rbac.view.js';
import { RoleAssignmentRepository } from '../role-assignment.repository.js';

/** Lists the roles that a user has directly, whatever their time. */
@Injectable()
export class ListUserRoles {
  constructor(
    private readonly assignments: RoleAssignmentRepository,
    private readonly getUser: GetUser,
  ) {}

  /** @throws AppError `not_found` */
  async execute(userId: string): Promise<readonly UserRoleView[]> {
    await this.getUser.execute(userId);
    return this.assignments.listOfUser(userId);
  }
}
