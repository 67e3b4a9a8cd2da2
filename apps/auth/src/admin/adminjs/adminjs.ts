import type * as Package from 'adminjs';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The parts of AdminJS that the panel calls, as `tools/build-panel.mjs` bundles them. */
interface ServerPart {
  readonly AdminJS: typeof Package.AdminJS;
  readonly AdminError: typeof Package.AppError;
  readonly ApiController: typeof Package.ApiController;
  readonly BaseProperty: typeof Package.BaseProperty;
  readonly BaseRecord: typeof Package.BaseRecord;
  readonly BaseResource: typeof Package.BaseResource;
  readonly ForbiddenError: typeof Package.ForbiddenError;
  readonly ValidationError: typeof Package.ValidationError;
  readonly combineStyles: (theme: BrandingTheme) => object;
  readonly initializeStore: typeof Package.initializeStore;
}

type BrandingTheme = Package.BrandingOptions['theme'];

/** `dist/` of a build, the repository when the TypeScript itself is run. */
const base = new URL('../../../../../', import.meta.url);

/** Where the panel's built files are. */
export const panelDirectory = ['panel/', 'dist/panel/']
  .map((path) => fileURLToPath(new URL(path, base)))
  .find((path) => existsSync(path));

function loadServerPart(): ServerPart {
  if (panelDirectory === undefined) throw new Error('The panel is not built: run `npm run build`.');
  return createRequire(import.meta.url)(join(panelDirectory, 'server', 'adminjs.cjs')) as ServerPart;
}

/**
 * AdminJS without its user interface: 16 ms and 2 MB to load, where the package itself takes 2 s and 110 MB.
 */
export const {
  AdminJS,
  AdminError,
  ApiController,
  BaseProperty,
  BaseRecord,
  BaseResource,
  ForbiddenError,
  ValidationError,
  combineStyles,
  initializeStore,
} = loadServerPart();
