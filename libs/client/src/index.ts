/**
 * A client of the auth service for browsers and Node.js, without dependencies: it logs in, keeps the tokens fresh and is
 * typed by the API.
 *
 * @packageDocumentation
 */
export { AuthClient, type AuthClientOptions } from './auth-client.js';
export { AuthError, type AuthErrorCode, type FieldError, type Problem } from './auth-error.js';
export { type Exclusively } from './exclusively.js';
export { type StorageLike } from './locks.js';
export type { components, operations, paths } from './openapi.js';
export type { Answer, Arguments, Method, PathWith, RequestOptions } from './operations.js';
export type { LogoutReason } from './session-events.js';
export { type DeviceTokenStore, memoryStore, type TokenStore, webStorageStore } from './token-store.js';
export type { Session, TokenAnswer, Tokens } from './tokens.js';
export type { Fetch } from './transport.js';
