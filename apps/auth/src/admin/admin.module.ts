import { Module } from '@nestjs/common';
import { AccountModule } from '../modules/account/index.js';
import { AuditModule } from '../modules/audit/index.js';
import { AuthModule } from '../modules/auth/index.js';
import { AuthenticatorModule } from '../modules/authenticator/index.js';
import { AuthorizationModule } from '../modules/authorization/index.js';
import { RbacModule } from '../modules/rbac/index.js';
import { SessionModule } from '../modules/session/index.js';
import { UserModule } from '../modules/user/index.js';
import { AdminPanel } from './admin-panel.js';
import { PanelLogin } from './panel-login.js';
import { AuditPanel } from './resources/audit.panel.js';
import { InvitationPanel } from './resources/invitation.panel.js';
import { OverviewPanel } from './resources/overview.panel.js';
import { PermissionPanel } from './resources/permission.panel.js';
import { ResourcePanel } from './resources/resource.panel.js';
import { RolePanel } from './resources/role.panel.js';
import { SessionPanel } from './resources/session.panel.js';
import { UserPanel } from './resources/user.panel.js';

/**
 * The panel at /auth/admin: a client of the modules' doors, with a login, a gate and pages of its own. It owns no data
 * and decides nothing that the modules decide.
 */
@Module({
  imports: [
    AccountModule,
    AuditModule,
    AuthModule,
    AuthenticatorModule,
    AuthorizationModule,
    RbacModule,
    SessionModule,
    UserModule,
  ],
  providers: [
    AdminPanel,
    PanelLogin,
    UserPanel,
    InvitationPanel,
    RolePanel,
    SessionPanel,
    PermissionPanel,
    ResourcePanel,
    AuditPanel,
    OverviewPanel,
  ],
  exports: [AdminPanel],
})
export class AdminModule {}
