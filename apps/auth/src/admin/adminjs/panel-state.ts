import type { AdminJS as Panel } from 'adminjs';
import { words } from '../../words/index.js';
import { combineStyles, initializeStore } from './adminjs.js';
import { navigation, type NavigationSection } from './navigation.js';
import { may, type PanelAdmin } from './panel-admin.js';
import type { PanelResourceOptions } from './panel-resource.types.js';
import type { PanelPageOptions } from '../pages/panel-page.types.js';

/** What the panel's script begins with. */
export interface PanelState {
  /** AdminJS' own state: resources, words, paths. */
  readonly adminjs: object;
  readonly theme: object;
  readonly navigation: readonly NavigationSection[];
  readonly languages: Readonly<Record<string, string>>;
  /** In which session it was drawn: what it asks is answered in that one alone. */
  readonly sessionId: string;
  /** Who acts in the person's name; null: themselves. */
  readonly impersonator: { readonly id: string; readonly email: string; readonly title: string } | null;
}

/** All that the panel consists of. */
export interface PanelParts {
  readonly panel: Panel;
  readonly resources: readonly PanelResourceOptions[];
  readonly pages: readonly PanelPageOptions[];
}

/** The state for somebody, without what they may not open. */
export async function panelState(
  { panel, resources, pages }: PanelParts,
  admin: PanelAdmin,
): Promise<PanelState> {
  const { id, email, title, sessionId, impersonator } = admin;
  const state = (await initializeStore(panel, admin)).getState();
  const open = new Set(pages.filter(({ permission }) => may(admin, permission)).map(({ name }) => name));
  return {
    adminjs: {
      ...state,
      session: { id, email, title },
      pages: state.pages.filter(({ name }) => open.has(name)),
    },
    theme: combineStyles(state.branding.theme),
    navigation: navigation(admin, resources, pages),
    languages: words.languages,
    sessionId,
    impersonator: impersonator
      ? { id: impersonator.userId, email: impersonator.email, title: impersonator.title }
      : null,
  };
}
