import type { PanelPageOptions } from '../pages/panel-page.types.js';
import { may, type PanelAdmin } from './panel-admin.js';
import { PANEL_PATH } from './panel-paths.js';
import type { PanelResourceOptions } from './panel-resource.types.js';
import { type Section, sections } from './section.js';

/** One line of the navigation; `words` is the key of its name. */
export interface NavigationItem {
  readonly words: string;
  readonly icon: string;
  readonly href: string;
}

export interface NavigationSection {
  readonly name: Section;
  readonly items: readonly NavigationItem[];
}

/** What somebody may open, by sections: in each the lists first, then the pages, in the order of their declaration. */
export function navigation(
  admin: PanelAdmin,
  resources: readonly PanelResourceOptions[],
  pages: readonly PanelPageOptions[],
): NavigationSection[] {
  const items = [
    ...resources
      .filter(({ permissions }) => may(admin, permissions.read))
      .map(({ id, icon, section }) => ({
        section,
        words: `resources.${id}.actions.list`,
        icon,
        href: `${PANEL_PATH}/resources/${id}`,
      })),
    ...pages
      .filter(({ permission }) => may(admin, permission))
      .map(({ name, icon, section }) => ({
        section,
        words: `pages.${name}.title`,
        icon,
        href: `${PANEL_PATH}/pages/${name}`,
      })),
  ];
  return sections
    .map((name) => ({
      name,
      items: items
        .filter(({ section }) => section === name)
        .map(({ words, icon, href }) => ({ words, icon, href })),
    }))
    .filter((section) => section.items.length > 0);
}
