/**
 * The authorisation rules as pure TypeScript without dependencies. The service and the guard library both
 * call it, so that they cannot disagree.
 *
 * @packageDocumentation
 */
export * from './permission-name.js';
export * from './permission-set.js';
