export * from './group-keeper.js';
export { GroupKeeping, type KeepOptions } from './group-keeping.js';
export type { Page, PageRow, SeenItem } from './page.js';
export * from './typeorm-migration.js';
export * from './visibility-scope.js';
