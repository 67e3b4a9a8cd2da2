export * from './group-keeper.js';
export * from './group-keepers.js';
export type { Page, PageRow, SeenItem } from './page.js';
export * from './typeorm-migration.js';
export type * from './typeorm-shapes.js';
export * from './visibility-scope.js';
