import { Injectable } from '@nestjs/common';
import { PermissionSet } from '@auth-service/authorization';
import type { AuthenticationLevel } from '../../../../core/access/index.js';
import { AuthorizationState } from '../authorization-state.js';

/** What a user may do, as a set to be asked: for the guard, at each request. */
@Injectable()
export class FindPermissions {
  constructor(private readonly state: AuthorizationState) {}

  /** The remembered set, without a question to the database; undefined when none is. */
  recall(userId: string, level: AuthenticationLevel): PermissionSet | undefined {
    return this.state.peek(userId)?.access.atLevel(level).permissions;
  }

  /** Whether a role of the user holds only with a second factor. */
  async wantSecondFactor(userId: string): Promise<boolean> {
    return (await this.state.get(userId))?.access.requiresSecondFactor ?? false;
  }

  /** @param level - of the session in which they are to hold: some roles want a second factor */
  async execute(userId: string, level: AuthenticationLevel): Promise<PermissionSet> {
    return (await this.state.get(userId))?.access.atLevel(level).permissions ?? PermissionSet.EMPTY;
  }
}
