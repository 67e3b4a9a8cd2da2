import { Module } from '@nestjs/common';
import { MailKinds } from '../../core/mail/index.js';
import { ApiKeyModule } from '../api-key/index.js';
import { AuditModule } from '../audit/index.js';
import { AuthModule } from '../auth/index.js';
import { RbacModule } from '../rbac/index.js';
import { UserModule } from '../user/index.js';
import { FederationController } from './api/federation.controller.js';
import { CompleteFederatedLogin } from './domain/commands/complete-federated-login.js';
import { ExchangeFederatedCode } from './domain/commands/exchange-federated-code.js';
import { FindOrMakeUser } from './domain/commands/find-or-make-user.js';
import { LinkIdentity } from './domain/commands/link-identity.js';
import { PruneFederatedLogins } from './domain/commands/prune-federated-logins.js';
import { StartFederatedLogin } from './domain/commands/start-federated-login.js';
import { UnlinkIdentity } from './domain/commands/unlink-identity.js';
import { FederatedIdentityRepository } from './domain/federated-identity.repository.js';
import { FederatedLoginRepository } from './domain/federated-login.repository.js';
import { IdentityProviders } from './domain/identity-providers.js';
import { ListIdentities } from './domain/queries/list-identities.js';
import { ListProviders } from './domain/queries/list-providers.js';

const doors = [StartFederatedLogin, CompleteFederatedLogin, UnlinkIdentity, ListIdentities, ListProviders];

/**
 * Owns logging in at other identity providers by OpenID Connect, and which identity there belongs to whom. Opening the
 * session belongs to `auth`; the pages on the way are the account pages'.
 */
@Module({
  imports: [ApiKeyModule, AuthModule, UserModule, RbacModule, AuditModule],
  controllers: [FederationController],
  providers: [
    ...doors,
    ExchangeFederatedCode,
    FindOrMakeUser,
    LinkIdentity,
    PruneFederatedLogins,
    IdentityProviders,
    FederatedLoginRepository,
    FederatedIdentityRepository,
  ],
  exports: doors,
})
export class FederationModule {
  constructor(mails: MailKinds) {
    mails.declare({
      name: 'identity-linked',
      sample: {},
      compose: (_, { locale = 'en' }) => Promise.resolve({ locale, values: {} }),
    });
  }
}
