import { Module } from '@nestjs/common';
import { AccountModule } from '../modules/account/index.js';
import { ApiKeyModule } from '../modules/api-key/index.js';
import { AuditModule } from '../modules/audit/index.js';
import { AuthModule } from '../modules/auth/index.js';
import { AuthenticatorModule } from '../modules/authenticator/index.js';
import { AuthorizationModule } from '../modules/authorization/index.js';
import { FederationModule } from '../modules/federation/index.js';
import { RbacModule } from '../modules/rbac/index.js';
import { ServiceAccountModule } from '../modules/service-account/index.js';
import { SessionModule } from '../modules/session/index.js';
import { SigningKeyModule } from '../modules/signing-key/index.js';
import { SystemModule } from '../modules/system/index.js';
import { TeamModule } from '../modules/team/index.js';
import { UserModule } from '../modules/user/index.js';
import { UserTransferModule } from '../modules/user-transfer/index.js';
import { VisibilityGroupModule } from '../modules/visibility-group/index.js';
import { AdminPanel } from './admin-panel.js';
import { accessParts } from './pages/access/index.js';
import { Attention } from './pages/attention.js';
import { AuditNames } from './pages/audit-names.js';
import { panelPages } from './pages/index.js';
import { Search } from './pages/search.js';
import { PeopleChoices } from './pages/people-choices.js';
import { UserParts } from './pages/user-parts.js';
import { PanelImpersonation } from './panel-impersonation.js';
import { PanelLogin } from './panel-login.js';
import { panelResources } from './resources/index.js';

/**
 * The panel at /auth/admin: a client of the modules' doors, with a login, a gate and pages of its own. It owns no data
 * and decides nothing that the modules decide.
 */
@Module({
  imports: [
    AccountModule,
    ApiKeyModule,
    AuditModule,
    AuthModule,
    AuthenticatorModule,
    AuthorizationModule,
    FederationModule,
    RbacModule,
    ServiceAccountModule,
    SessionModule,
    SigningKeyModule,
    SystemModule,
    TeamModule,
    UserModule,
    UserTransferModule,
    VisibilityGroupModule,
  ],
  providers: [
    AdminPanel,
    PanelLogin,
    PanelImpersonation,
    Attention,
    AuditNames,
    Search,
    PeopleChoices,
    UserParts,
    ...accessParts,
    ...panelResources,
    ...panelPages,
  ],
  exports: [AdminPanel],
})
export class AdminModule {}
