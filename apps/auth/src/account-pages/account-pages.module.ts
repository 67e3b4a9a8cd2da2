import { Module } from '@nestjs/common';
import { AccountModule } from '../modules/account/index.js';
import { AuthenticatorModule } from '../modules/authenticator/index.js';
import { AuthModule } from '../modules/auth/index.js';
import { FederationModule } from '../modules/federation/index.js';
import { SessionModule } from '../modules/session/index.js';
import { TeamModule } from '../modules/team/index.js';
import { UserModule } from '../modules/user/index.js';
import { AuthenticatorPagesController } from './authenticator-pages.controller.js';
import { DataPagesController } from './data-pages.controller.js';
import { EmailLoginPagesController } from './email-login-pages.controller.js';
import { FederationPagesController } from './federation-pages.controller.js';
import { SendPage } from './http/send-page.js';
import { LinkPagesController } from './link-pages.controller.js';
import { LoginPagesController } from './login-pages.controller.js';
import { MailPreviewController } from './mail-preview.controller.js';
import { PasskeyLoginPagesController } from './passkey-login-pages.controller.js';
import { PreferencePagesController } from './preference-pages.controller.js';
import { ProfilePagesController } from './profile-pages.controller.js';
import { SecondFactorPagesController } from './second-factor-pages.controller.js';
import { SecurityPagesController } from './security-pages.controller.js';
import { SessionPagesController } from './session-pages.controller.js';
import { SignUpPagesController } from './sign-up-pages.controller.js';

/**
 * The pages under /auth/account: login, mailed links and one's own account, for people without a front end. A client of
 * the modules' doors: it owns no data and decides nothing that the modules decide.
 */
@Module({
  imports: [
    AccountModule,
    AuthModule,
    AuthenticatorModule,
    FederationModule,
    SessionModule,
    TeamModule,
    UserModule,
  ],
  controllers: [
    LoginPagesController,
    SignUpPagesController,
    LinkPagesController,
    PreferencePagesController,
    ProfilePagesController,
    SecurityPagesController,
    SessionPagesController,
    DataPagesController,
    SecondFactorPagesController,
    AuthenticatorPagesController,
    PasskeyLoginPagesController,
    EmailLoginPagesController,
    FederationPagesController,
    MailPreviewController,
  ],
  providers: [SendPage],
})
export class AccountPagesModule {}
