import { SigningKey } from './core/crypto/index.js';
import { AuditEvent } from './modules/audit/index.js';
import { LoginAttempt } from './modules/auth/index.js';
import {
  Permission,
  Resource,
  Role,
  RoleAssignment,
  RolePermission,
  RoleWildcard,
} from './modules/rbac/index.js';
import { RefreshToken, Session } from './modules/session/index.js';
import { OneTimeToken } from './modules/setup/index.js';
import { Team, TeamMember } from './modules/team/index.js';
import { User, UserPassword, UserProfile } from './modules/user/index.js';
import {
  VisibilityGroup,
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
  Team,
  TeamMember,
  Resource,
  Permission,
  Role,
  RolePermission,
  RoleWildcard,
  RoleAssignment,
  VisibilityGroup,
  VisibilityGroupMember,
  VisibilityGroupManager,
  AuditEvent,
  SigningKey,
  LoginAttempt,
  OneTimeToken,
];
