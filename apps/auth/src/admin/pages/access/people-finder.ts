import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ListUsers } from '../../../modules/user/index.js';
import { handler } from '../panel-handler.js';
import type { PanelHandler } from '../panel-page.types.js';

const SHOWN = 8;

/** Finds the people whom a page is to put somewhere. */
@Injectable()
export class PeopleFinder {
  constructor(private readonly listUsers: ListUsers) {}

  /** The reading behind `PersonPicker` of the components. */
  reading(): PanelHandler {
    return handler({
      permission: 'user:read',
      input: { search: z.string().trim().max(100).default('') },
      run: async ({ search }) => {
        const { items } = await this.listUsers.execute({
          limit: SHOWN,
          sort: 'email',
          ...(search !== '' && { search }),
        });
        return { people: items.map(({ id, email, displayName }) => ({ id, email, displayName })) };
      },
    });
  }
}
