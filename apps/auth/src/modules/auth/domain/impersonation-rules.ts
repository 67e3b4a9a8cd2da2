import { Injectable } from '@nestjs/common';
import { AccessPolicy } from '../../../core/access/index.js';
import { type Actor, RequestContext } from '../../../core/context/index.js';
import { assertThat } from '../../../core/errors/index.js';
import { GetUser } from '../../user/index.js';

/** Who may act in whose name: a person who is logged in as themself, for somebody else who may nothing more (rule E4). */
@Injectable()
export class ImpersonationRules {
  constructor(
    private readonly access: AccessPolicy,
    private readonly getUser: GetUser,
    private readonly context: RequestContext,
  ) {}

  /**
   * @returns who would act
   * @throws AppError `not_found`, `impersonation_refused`, `escalation_refused`, `not_while_impersonating`; `forbidden` for
   *   API keys and service accounts
   */
  async assertMayBegin(userId: string): Promise<Actor> {
    const { actor } = this.context;
    assertThat(actor !== null && actor.credential === undefined, 'forbidden', {
      detail: 'Only a person who has logged in may act in the name of another.',
    });
    assertThat(actor.impersonator === undefined, 'not_while_impersonating');
    assertThat(actor.userId !== userId, 'impersonation_refused', { detail: 'This is yourself.' });
    const { status } = await this.getUser.execute(userId);
    assertThat(status === 'active', 'impersonation_refused', { detail: 'The user is disabled.' });
    await this.access.assertCovers(userId);
    return actor;
  }
}
