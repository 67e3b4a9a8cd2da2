/**
 * The authorisation rules as pure TypeScript without dependencies. The service and the guard library both
 * call it, so that they cannot disagree.
 *
 * @packageDocumentation
 */
export * from './access.js';
export * from './authorization-model.js';
export * from './catalogue.js';
export * from './group-tree.js';
export * from './permission-name.js';
export * from './permission-set.js';
export * from './records.js';
export * from './role-hierarchy.js';
export * from './validity-window.js';
export * from './visibility.js';
export * from './visibility-condition.js';
export * from './decision.js';
export * from './explanation.js';
export type { PathStep } from './role-source.js';
export type { Remedy } from './remedies.js';
export * from './authorization-replica.js';
export * from './plan.js';
export * from './visible-table.js';
export * from './visibility-migration.js';
export { MAX_PAGE_ROWS, type PageRequest } from './page-sql.js';
export * from './page-cursor.js';
export * from './visibility-statistics.js';
export * from './visibility-page.js';
export * from './visibility-count.js';
