import type { AdminJS as Panel, BrandingOptions, CurrentAdmin, Locale, ResourceWithOptions } from 'adminjs';
import { DEFAULT_LANGUAGE } from '../../words/index.js';
import type { PanelPageOptions } from '../pages/panel-page.types.js';
import { adminjsWords } from './adminjs-words.js';
import { AdminJS } from './adminjs.js';
import { panelActions } from './panel-actions.js';
import type { PanelAdmin } from './panel-admin.js';
import { LOGIN_PATH, LOGOUT_PATH, PANEL_PATH } from './panel-paths.js';
import { propertyOptions } from './panel-property.js';
import { PanelResource } from './panel-resource.js';
import type { PanelResourceOptions } from './panel-resource.types.js';
import { THEME } from './theme.js';

/** Makes the panel from the descriptions of its resources and pages. */
export function createPanel(
  resources: readonly PanelResourceOptions[],
  pages: readonly PanelPageOptions[],
  productName: string,
): Panel {
  return new AdminJS({
    rootPath: PANEL_PATH,
    loginPath: LOGIN_PATH,
    logoutPath: LOGOUT_PATH,
    resources: resources.map(describeResource),
    pages: Object.fromEntries(pages.map(({ name, icon }) => [name, { component: name, icon }])),
    dashboard: { component: 'home' },
    branding: {
      companyName: productName,
      logo: false,
      withMadeWithLove: false,
      theme: THEME as unknown as BrandingOptions['theme'],
    },
    locale: (admin) => localeFor(admin, resources),
    settings: { defaultPerPage: 20 },
  });
}

function localeFor(admin: CurrentAdmin | undefined, resources: readonly PanelResourceOptions[]): Locale {
  const { language = DEFAULT_LANGUAGE } = (admin ?? {}) as Partial<PanelAdmin>;
  return {
    language,
    availableLanguages: [language],
    translations: { [language]: adminjsWords(language, resources) },
  };
}

function describeResource(options: PanelResourceOptions): ResourceWithOptions {
  return {
    resource: new PanelResource(options),
    options: {
      id: options.id,
      navigation: { name: null, icon: options.icon },
      ...(options.defaultSort && {
        sort: { sortBy: options.defaultSort.field, direction: options.defaultSort.direction },
      }),
      properties: {
        id: { isVisible: false },
        ...Object.fromEntries(options.fields.map((field) => [field.name, propertyOptions(field, options)])),
      },
      actions: panelActions(options),
    },
  };
}
