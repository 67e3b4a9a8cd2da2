import { Injectable } from '@nestjs/common';
import { RoleUse } from '../../../core/access/index.js';
import { RoleUseRepository } from './role-use.repository.js';

/** Tells when roles were of use, from what is known of their holders at this moment. */
@Injectable()
export class LiveRoleUse extends RoleUse {
  constructor(private readonly uses: RoleUseRepository) {
    super();
  }

  lastUsedAt(roleId: string): Promise<Date | null> {
    return this.uses.lastUsedAt(roleId);
  }
}
