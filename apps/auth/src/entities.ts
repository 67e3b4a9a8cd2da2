import { SigningKey } from './core/crypto/index.js';
import { PeriodicJob } from './core/jobs/index.js';
import { OutgoingMail } from './core/mail/index.js';
import { OneTimeToken } from './core/one-time-token/index.js';
import { Setting } from './core/settings/index.js';
import { RequestCount } from './core/throttle/index.js';
import { EmailChange, Invitation, Registration } from './modules/account/index.js';
import { ApiKey } from './modules/api-key/index.js';
import { AuditChain, AuditEvent, AuditSubject } from './modules/audit/index.js';
import { EmailLogin, LoginAttempt, LoginChallenge } from './modules/auth/index.js';
import {
  AuthorizationChange,
  AuthorizationHistoryEntry,
  AuthorizationRevision,
} from './modules/authorization/index.js';
import { FederatedIdentity, FederatedLogin } from './modules/federation/index.js';
import { Passkey, RecoveryCode, RememberedDevice, TotpAuthenticator } from './modules/authenticator/index.js';
import {
  Permission,
  PermissionGrant,
  Resource,
  Role,
  RoleAssignment,
  RoleParent,
  RolePermission,
  RoleWildcard,
  SeparationOfDutyRole,
  SeparationOfDutySet,
} from './modules/rbac/index.js';
import { ClientSecret, ServiceAccount } from './modules/service-account/index.js';
import { RefreshToken, Session, SessionEvent } from './modules/session/index.js';
import { Team, TeamInvitation, TeamMember } from './modules/team/index.js';
import { ImportedUser, UserImport } from './modules/user-transfer/index.js';
import { User, UserPassword, UserProfile } from './modules/user/index.js';
import {
  VisibilityGroup,
  VisibilityGroupDefault,
  VisibilityGroupManager,
  VisibilityGroupMember,
} from './modules/visibility-group/index.js';

/** Every table of the service. */
export const entities = [
  User,
  UserPassword,
  UserProfile,
  Session,
  RefreshToken,
  SessionEvent,
  Team,
  TeamMember,
  TeamInvitation,
  Resource,
  Permission,
  Role,
  RolePermission,
  RoleWildcard,
  RoleParent,
  RoleAssignment,
  PermissionGrant,
  SeparationOfDutySet,
  SeparationOfDutyRole,
  AuthorizationRevision,
  AuthorizationChange,
  AuthorizationHistoryEntry,
  VisibilityGroup,
  VisibilityGroupDefault,
  VisibilityGroupMember,
  VisibilityGroupManager,
  ServiceAccount,
  ClientSecret,
  ApiKey,
  AuditEvent,
  AuditSubject,
  AuditChain,
  SigningKey,
  LoginAttempt,
  OneTimeToken,
  OutgoingMail,
  RequestCount,
  PeriodicJob,
  Setting,
  Registration,
  EmailChange,
  Invitation,
  TotpAuthenticator,
  RecoveryCode,
  RememberedDevice,
  Passkey,
  LoginChallenge,
  EmailLogin,
  FederatedIdentity,
  FederatedLogin,
  UserImport,
  ImportedUser,
];
