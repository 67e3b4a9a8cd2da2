export { SetupModule } from './setup.module.js';
export { CreateSuperuser } from './domain/commands/create-superuser.js';
export { PrepareSetup } from './domain/commands/prepare-setup.js';
