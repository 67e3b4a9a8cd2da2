import { Users1767225600000 } from './1767225600000-users.js';
import { Sessions1767225600100 } from './1767225600100-sessions.js';
import { Teams1767225600200 } from './1767225600200-teams.js';
import { Rbac1767225600300 } from './1767225600300-rbac.js';
import { VisibilityGroups1767225600400 } from './1767225600400-visibility-groups.js';
import { AuditLog1767225600500 } from './1767225600500-audit-log.js';
import { KeysAndTokens1767225600600 } from './1767225600600-keys-and-tokens.js';

/** Every migration, in the order in which they run. */
export const migrations = [
  Users1767225600000,
  Sessions1767225600100,
  Teams1767225600200,
  Rbac1767225600300,
  VisibilityGroups1767225600400,
  AuditLog1767225600500,
  KeysAndTokens1767225600600,
] as const;
