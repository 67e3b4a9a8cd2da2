import type { AdminJS as Panel, AdminJSOptions, BrandingOptions, ResourceWithOptions } from 'adminjs';
import { AdminJS } from './adminjs.js';
import { panelActions } from './panel-actions.js';
import { LOGIN_PATH, LOGOUT_PATH, PANEL_PATH } from './panel-paths.js';
import { components, propertyOptions } from './panel-property.js';
import { PanelResource } from './panel-resource.js';
import type { PanelResourceOptions } from './panel-resource.types.js';
import { panelWords, resourceWords } from './panel-translations.js';

const PRODUCT_NAME = 'Auth Service';

/** Fonts of the system alone, letters dark and thick enough to read (WCAG AA), and the sidebar on ordinary laptops too. */
const THEME = {
  font: 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif',
  colors: { grey60: '#5c6670', grey80: '#39434d', grey40: '#6b7580' },
  fontWeights: { light: 400, lighter: 400 },
  breakpoints: ['577px', '769px', '1024px', '1140px'],
};

/** What the overview shows. */
export type OverviewHandler = NonNullable<AdminJSOptions['dashboard']>['handler'];

/** Makes the panel from the descriptions of its resources. */
export function createPanel(resources: readonly PanelResourceOptions[], overview: OverviewHandler): Panel {
  return new AdminJS({
    rootPath: PANEL_PATH,
    loginPath: LOGIN_PATH,
    logoutPath: LOGOUT_PATH,
    resources: resources.map(describeResource),
    dashboard: { component: components.dashboard, handler: overview },
    branding: {
      companyName: PRODUCT_NAME,
      logo: false,
      withMadeWithLove: false,
      theme: THEME as unknown as BrandingOptions['theme'],
    },
    locale: {
      language: 'en',
      availableLanguages: ['en'],
      translations: {
        en: {
          ...panelWords,
          labels: {
            ...(panelWords.labels as object),
            ...Object.fromEntries(resources.map(({ id, label }) => [id, label])),
          },
          resources: Object.fromEntries(resources.map((resource) => [resource.id, resourceWords(resource)])),
        },
      },
    },
    settings: { defaultPerPage: 20 },
  });
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
        ...Object.fromEntries(options.fields.map((field) => [field.name, propertyOptions(field)])),
      },
      actions: panelActions(options),
    },
  };
}
