import { Injectable } from '@nestjs/common';
import type { PermissionSet } from '@auth-service/authorization';
import type { AuthenticationLevel } from '../../../../core/access/index.js';
import { PermissionCache } from '../permission-cache.js';

/** What a user may do, as a set to be asked: for the guard, at each request. */
@Injectable()
export class FindPermissions {
  constructor(private readonly permissions: PermissionCache) {}

  /** The remembered set, without a question to the database; undefined when none is. */
  recall(userId: string, level: AuthenticationLevel): PermissionSet | undefined {
    return this.permissions.peek(userId, level);
  }

  /** Whether a role of the user holds only with a second factor. */
  wantSecondFactor(userId: string): Promise<boolean> {
    return this.permissions.wantsSecondFactor(userId);
  }

  /** @param level - of the session in which they are to hold: some roles want a second factor */
  execute(userId: string, level: AuthenticationLevel): Promise<PermissionSet> {
    return this.permissions.get(userId, level);
  }
}
