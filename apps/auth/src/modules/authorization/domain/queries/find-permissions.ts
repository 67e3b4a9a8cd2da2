import { Injectable } from '@nestjs/common';
import type { PermissionSet } from '@auth-service/authorization';
import { PermissionCache } from '../permission-cache.js';

/** What a user may do, as a set to be asked: for the guard, at each request. */
@Injectable()
export class FindPermissions {
  constructor(private readonly permissions: PermissionCache) {}

  /** The remembered set, without a question to the database; undefined when none is. */
  recall(userId: string): PermissionSet | undefined {
    return this.permissions.peek(userId);
  }

  execute(userId: string): Promise<PermissionSet> {
    return this.permissions.get(userId);
  }
}
