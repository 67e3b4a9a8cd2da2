import { Module } from '@nestjs/common';
import { RbacModule } from '../rbac/index.js';
import { UserModule } from '../user/index.js';
import { SetupController } from './api/setup.controller.js';
import { CreateFirstSuperuser } from './domain/commands/create-first-superuser.js';
import { CreateSuperuser } from './domain/commands/create-superuser.js';
import { PrepareSetup } from './domain/commands/prepare-setup.js';
import { IsSetupOpen } from './domain/queries/is-setup-open.js';
import { SuperuserRepository } from './domain/superuser.repository.js';

/** Owns the first start: the initial data and the first superuser. */
@Module({
  imports: [UserModule, RbacModule],
  controllers: [SetupController],
  providers: [SuperuserRepository, PrepareSetup, CreateFirstSuperuser, CreateSuperuser, IsSetupOpen],
  exports: [PrepareSetup, CreateSuperuser],
})
export class SetupModule {}
