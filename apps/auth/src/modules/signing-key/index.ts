export { SigningKeyModule } from './signing-key.module.js';
export { ImportSigningKey } from './domain/commands/import-signing-key.js';
export { MaintainSigningKeys } from './domain/commands/maintain-signing-keys.js';
export { ReencryptSecrets } from './domain/commands/reencrypt-secrets.js';
export { RemoveSigningKey } from './domain/commands/remove-signing-key.js';
export { RetireSigningKey } from './domain/commands/retire-signing-key.js';
export { RotateSigningKey } from './domain/commands/rotate-signing-key.js';
export { ListSigningKeys } from './domain/queries/list-signing-keys.js';
