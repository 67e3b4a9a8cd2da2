import { Injectable } from '@nestjs/common';
import { RoleUse } from '../../../../core/access/index.js';
import type { RoleDescription } from '../rbac.view.js';
import { GetRole } from './get-role.js';

/** Reads one role, and when it was last of use. */
@Injectable()
export class DescribeRole {
  constructor(
    private readonly getRole: GetRole,
    private readonly use: RoleUse,
  ) {}

  /** @throws AppError `not_found` */
  async execute(id: string): Promise<RoleDescription> {
    const role = await this.getRole.execute(id);
    return { ...role, lastUsedAt: await this.use.lastUsedAt(id) };
  }
}
