import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { OPEN_PANEL } from '../open-panel.js';
import { handler } from './panel-handler.js';
import type { PanelPage, PanelPageOptions } from './panel-page.types.js';
import { Search } from './search.js';

/** What the search box in the bar above each page asks; on a page of its own it shows the same. */
@Injectable()
export class SearchPage implements PanelPage {
  constructor(private readonly search: Search) {}

  describe(): PanelPageOptions {
    return {
      name: 'search',
      icon: 'Search',
      permission: OPEN_PANEL,
      readings: {
        read: handler({
          input: { text: z.string().trim().min(1).max(100) },
          run: async ({ text }, admin) => ({
            found: await this.search.execute(text, admin),
            closed: this.search.closedTo(admin),
          }),
        }),
      },
    };
  }
}
