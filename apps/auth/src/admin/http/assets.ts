import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { join } from 'node:path';
import { panelDirectory } from '../adminjs/adminjs.js';
import { PANEL_PATH } from '../adminjs/panel-paths.js';

/** Where the panel's script, styles and fonts are. */
export const ASSETS_PATH = `${PANEL_PATH}/frontend/assets`;

/** How the login page looks; the rest is for those who are logged in. */
const FOR_STRANGERS = /^\/(fonts\.css|icon\.svg|fonts\/[\w-]+\.woff2)$/;

export const isAssetForStrangers = (url: string): boolean =>
  url.startsWith(ASSETS_PATH) && FOR_STRANGERS.test(url.slice(ASSETS_PATH.length));

/** Hands out what `tools/build-panel.mjs` has built. */
export async function registerAssets(scope: FastifyInstance): Promise<void> {
  await scope.register(fastifyStatic, {
    root: join(panelDirectory ?? '', 'assets'),
    prefix: '/frontend/assets/',
    decorateReply: false,
    preCompressed: true,
    index: false,
    // Their names stay the same from one version to the next, so a browser asks whether it has the current ones.
    cacheControl: false,
    setHeaders: (reply) => void reply.header('cache-control', 'private, no-cache'),
  });
}
