/**
 * Tests services that the guard protects, without any server: a made-up organisation takes the auth service's place, and
 * everything else is the real guard.
 *
 * @packageDocumentation
 */
export { expectAllowed, expectDenied, expectHidden, expectUnauthenticated } from './assertions.js';
export { type TestingBuilder, TestOrganisation } from './test-organisation.js';
export type { TestRole, TestTeam, TestGroup, TestUser, TestUserOptions } from './test-records.js';
export type { TestLogin } from './test-tokens.js';
