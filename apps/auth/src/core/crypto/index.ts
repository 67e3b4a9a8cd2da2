export * from './access-tokens.js';
export * from './crypto.module.js';
export * from './opaque-token.js';
export * from './password-hasher.js';
export * from './signing-keys/key-ring.js';
export { SigningKey } from './signing-keys/signing-key.entity.js';
export * from './random.js';
