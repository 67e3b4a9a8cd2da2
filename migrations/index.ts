import { Users1767225600000 } from './1767225600000-users.js';
import { Sessions1767225600100 } from './1767225600100-sessions.js';
import { Teams1767225600200 } from './1767225600200-teams.js';
import { Rbac1767225600300 } from './1767225600300-rbac.js';
import { VisibilityGroups1767225600400 } from './1767225600400-visibility-groups.js';
import { AuditLog1767225600500 } from './1767225600500-audit-log.js';
import { KeysAndTokens1767225600600 } from './1767225600600-keys-and-tokens.js';
import { Accounts1795479490924 } from './1795479490924-accounts.js';
import { SessionAuthentication1795483200000 } from './1795483200000-session-authentication.js';
import { SigningKeyStates1795483975589 } from './1795483975589-signing-key-states.js';
import { ServiceAccountsAndApiKeys1795485462913 } from './1795485462913-service-accounts-and-api-keys.js';
import { Authenticators1795485600000 } from './1795485600000-authenticators.js';
import { UserImports1795486000000 } from './1795486000000-user-imports.js';
import { Federation1795487400000 } from './1795487400000-federation.js';
import { SessionStories1795490400000 } from './1795490400000-session-stories.js';
import { ShortPasswords1795495200000 } from './1795495200000-short-passwords.js';
import { AuthorizationRevision1795500000000 } from './1795500000000-authorization-revision.js';
import { RoleHierarchy1795500000100 } from './1795500000100-role-hierarchy.js';
import { VisibilityDefaults1795500000200 } from './1795500000200-visibility-defaults.js';
import { AuthorizationHistory1795500000300 } from './1795500000300-authorization-history.js';
import { TeamInvitations1795500001000 } from './1795500001000-team-invitations.js';
import { EndedSessions1795600000000 } from './1795600000000-ended-sessions.js';
import { AuditSubjects1795700000000 } from './1795700000000-audit-subjects.js';
import { Operations1795700000100 } from './1795700000100-operations.js';
import { Impersonations1795700000200 } from './1795700000200-impersonations.js';
import { ImpersonationIndexes1795700000300 } from './1795700000300-impersonation-indexes.js';
import { AuditChain1795700000500 } from './1795700000500-audit-chain.js';
import { AuditChainIndexes1795700000600 } from './1795700000600-audit-chain-indexes.js';
import { AuditImpersonatorIndex1795700000800 } from './1795700000800-audit-impersonator-index.js';

/** Every migration, in the order in which they run. */
export const migrations = [
  Users1767225600000,
  Sessions1767225600100,
  Teams1767225600200,
  Rbac1767225600300,
  VisibilityGroups1767225600400,
  AuditLog1767225600500,
  KeysAndTokens1767225600600,
  Accounts1795479490924,
  SessionAuthentication1795483200000,
  SigningKeyStates1795483975589,
  ServiceAccountsAndApiKeys1795485462913,
  Authenticators1795485600000,
  UserImports1795486000000,
  Federation1795487400000,
  SessionStories1795490400000,
  ShortPasswords1795495200000,
  AuthorizationRevision1795500000000,
  RoleHierarchy1795500000100,
  VisibilityDefaults1795500000200,
  AuthorizationHistory1795500000300,
  TeamInvitations1795500001000,
  EndedSessions1795600000000,
  AuditSubjects1795700000000,
  Operations1795700000100,
  Impersonations1795700000200,
  ImpersonationIndexes1795700000300,
  AuditChain1795700000500,
  AuditChainIndexes1795700000600,
  AuditImpersonatorIndex1795700000800,
] as const;
