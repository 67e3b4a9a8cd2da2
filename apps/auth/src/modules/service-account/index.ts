export { ServiceAccountModule } from './service-account.module.js';
export { ServiceAccount } from './domain/service-account.entity.js';
export { ClientSecret } from './domain/client-secret.entity.js';
export type { LiveServiceAccount, ServiceAccountView } from './domain/service-account.view.js';
export { AddClientSecret } from './domain/commands/add-client-secret.js';
export { AuthenticateServiceAccount } from './domain/commands/authenticate-service-account.js';
export { CreateServiceAccount } from './domain/commands/create-service-account.js';
export { UpdateServiceAccount } from './domain/commands/update-service-account.js';
export { FindServiceAccount } from './domain/queries/find-service-account.js';
