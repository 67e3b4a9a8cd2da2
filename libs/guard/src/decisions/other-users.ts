import { splitPermission } from '@auth-service/authorization';
import { Injectable } from '@nestjs/common';
import type { Permission } from '../catalogue/permission.js';
import { Knowledge } from '../following/knowledge.js';
import { AuthServiceUnavailable } from '../guard/auth-service-unavailable.js';
import { Decisions } from './decisions.js';

/** Tells of users who do not call themselves: before something is given to them, or shown to them. */
@Injectable()
export class OtherUsers {
  constructor(
    private readonly knowledge: Knowledge,
    private readonly decisions: Decisions,
  ) {}

  /**
   * Whether there is such a user, and they may do something, with a second factor where that is needed. The auth service
   * is asked only about those who have neither role, team nor group of their own.
   *
   * @throws AuthServiceUnavailable (503 with `Retry-After`) when it would have to be asked and cannot
   * @example `if (!(await this.otherUsers.can(ownerId, 'deal:read'))) throw new BadRequestException();`
   */
  async can(userId: string, permission: Permission): Promise<boolean> {
    const { resource: type, action } = splitPermission(permission);
    const [asker, wish] = [
      { userId, level: 'aal2' as const },
      { type, action },
    ];
    if (this.knowledge.replica?.knows(userId) === true) return this.decisions.decide(asker, wish).allowed;
    try {
      return (await this.decisions.askOne(asker, wish)).allowed;
    } catch (cause) {
      throw new AuthServiceUnavailable(cause);
    }
  }
}
