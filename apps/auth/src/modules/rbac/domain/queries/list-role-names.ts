import { Injectable } from '@nestjs/common';
import { RoleAssignmentRepository } from '../role-assignment.repository.js';

/** Lists which roles some users have for good. */
@Injectable()
export class ListRoleNames {
  constructor(private readonly assignments: RoleAssignmentRepository) {}

  /** @returns names by user; users without a role are missing */
  async execute(userIds: readonly string[]): Promise<Map<string, readonly string[]>> {
    const found = await this.assignments.listNamesOfUsers(userIds);
    return new Map(found.map(({ userId, names }) => [userId, names]));
  }
}
