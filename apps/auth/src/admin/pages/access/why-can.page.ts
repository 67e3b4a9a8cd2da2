import { Injectable } from '@nestjs/common';
import { splitPermission } from '@auth-service/authorization';
import { z } from 'zod';
import { ExplainAccess } from '../../../modules/authorization/index.js';
import { FindEmails } from '../../../modules/user/index.js';
import { may, type PanelAdmin } from '../../adminjs/panel-admin.js';
import { handler } from '../panel-handler.js';
import type { PanelPage, PanelPageOptions } from '../panel-page.types.js';
import { AccessQuestions, questionFields } from './access-questions.js';
import { PeopleFinder } from './people-finder.js';

const input = { ...questionFields, userId: z.uuid() };
type Asked = z.output<z.ZodObject<typeof input>>;

/** Why somebody may do something or may not, now or at a past moment. */
@Injectable()
export class WhyCanPage implements PanelPage {
  constructor(
    private readonly questions: AccessQuestions,
    private readonly people: PeopleFinder,
    private readonly explainAccess: ExplainAccess,
    private readonly findEmails: FindEmails,
  ) {}

  describe(): PanelPageOptions {
    return {
      name: 'why-can',
      icon: 'GitMerge',
      section: 'access',
      permission: 'authorization:explain',
      readings: {
        options: this.questions.reading(),
        people: this.people.reading(),
        explain: handler({ input, run: (asked, admin) => this.explain(asked, admin) }),
      },
    };
  }

  private async explain({ userId, permission, teamId, at }: Asked, admin: PanelAdmin) {
    const { resource: resourceType, action } = splitPermission(permission);
    const question = {
      subjectType: 'user',
      subjectId: userId,
      resourceType,
      resourceId: '*',
      action,
      teamId,
      item: null,
      parents: [],
      assurance: 'aal2' as const,
    };
    const { decision, path, remedies } = await this.explainAccess.explain(question, at);
    const emails = await this.findEmails.execute(may(admin, 'user:read') ? [userId] : []);
    return {
      email: emails.get(userId) ?? '',
      isAllowed: decision.allowed,
      reason: decision.allowed ? null : decision.reason,
      path,
      remedies,
    };
  }
}
