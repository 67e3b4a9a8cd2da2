export { FederationModule } from './federation.module.js';
export { FederatedIdentity } from './domain/federated-identity.entity.js';
export { FederatedLogin } from './domain/federated-login.entity.js';
export { type CompletedLogin, CompleteFederatedLogin } from './domain/commands/complete-federated-login.js';
export {
  FEDERATED_LOGIN_SECONDS,
  type FederatedPurpose,
  StartFederatedLogin,
} from './domain/commands/start-federated-login.js';
export { UnlinkIdentity } from './domain/commands/unlink-identity.js';
export { type LinkedIdentity, ListIdentities } from './domain/queries/list-identities.js';
export { ListProviders, type ProviderView } from './domain/queries/list-providers.js';
