import { Injectable } from '@nestjs/common';
import { splitPermission } from '@auth-service/authorization';
import { z } from 'zod';
import { FindWhoCan } from '../../../modules/authorization/index.js';
import { FindEmails } from '../../../modules/user/index.js';
import { may, type PanelAdmin } from '../../adminjs/panel-admin.js';
import { handler } from '../panel-handler.js';
import type { PanelPage, PanelPageOptions } from '../panel-page.types.js';
import { AccessQuestions, questionFields } from './access-questions.js';

const PEOPLE = 50;
const input = { ...questionFields, after: z.uuid().optional() };
type Asked = z.output<z.ZodObject<typeof input>>;

/** Who may do something, now or at a past moment, and how they come to it. */
@Injectable()
export class WhoCanPage implements PanelPage {
  constructor(
    private readonly questions: AccessQuestions,
    private readonly findWhoCan: FindWhoCan,
    private readonly findEmails: FindEmails,
  ) {}

  describe(): PanelPageOptions {
    return {
      name: 'who-can',
      icon: 'HelpCircle',
      section: 'access',
      permission: 'authorization:explain',
      readings: {
        options: this.questions.reading(),
        find: handler({ input, run: (asked, admin) => this.find(asked, admin) }),
      },
    };
  }

  private async find({ permission, teamId, at, after }: Asked, admin: PanelAdmin) {
    const { resource: resourceType, action } = splitPermission(permission);
    const question = { resourceType, action, teamId, assurance: 'aal2' as const };
    const { items, next } = await this.findWhoCan.execute(question, at, after ?? null, PEOPLE);
    const named = may(admin, 'user:read') ? items : [];
    const emails = await this.findEmails.execute(named.map(({ userId }) => userId));
    return {
      people: items.map(({ userId, path }) => ({ userId, email: emails.get(userId) ?? '', path })),
      next,
      isNamed: may(admin, 'user:read'),
      isKnown: items.length > 0 || (await this.questions.isKnown(permission, admin)),
    };
  }
}
