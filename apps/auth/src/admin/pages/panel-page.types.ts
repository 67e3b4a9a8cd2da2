import type { PermissionName } from '@auth-service/authorization';
import type { z } from 'zod';
import type { PanelAdmin } from '../adminjs/panel-admin.js';
import type { Section } from '../adminjs/section.js';

/** Answers one kind of request of a page. Made by `handler()`. */
export interface PanelHandler {
  /** Needed beside the page's own permission. */
  readonly permission?: PermissionName;
  /** What may be sent; anything else is refused. Values of a reading come from the address, so they are texts. */
  readonly input: z.ZodType;
  readonly run: (input: unknown, admin: PanelAdmin) => Promise<unknown>;
}

/** A page beyond lists and forms. Its component has the same name in `components/pages/index.js`. */
export interface PanelPageOptions {
  /** Stands in the address, `/auth/admin/pages/<name>`, and is the key of its words, `pages.<name>`. */
  readonly name: string;
  /** A name of Feather's icons. */
  readonly icon: string;
  /** Without it the page is neither in the navigation nor answered. */
  readonly permission: PermissionName;
  /** Where it stands in the navigation; nowhere when a record's link leads to it. */
  readonly section?: Section;
  /** By GET; they change nothing. */
  readonly readings: Readonly<Record<string, PanelHandler>>;
  /** By POST from our own pages. */
  readonly actions?: Readonly<Record<string, PanelHandler>>;
}

/** A page's server side: a client of the modules' doors. */
export interface PanelPage {
  describe(): PanelPageOptions;
}
