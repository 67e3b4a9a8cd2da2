import { Global, Module } from '@nestjs/common';
import {
  AccessPolicy,
  AuthorizationChanges,
  MemoryRoutes,
  PermissionCatalogue,
  RoleUse,
} from '../../core/access/index.js';
import { RbacModule } from '../rbac/index.js';
import { SessionModule } from '../session/index.js';
import { TeamModule } from '../team/index.js';
import { UserModule } from '../user/index.js';
import { VisibilityGroupModule } from '../visibility-group/index.js';
import { AuthZenSearchController } from './api/authzen-search.controller.js';
import { recallEvaluations } from './api/authzen-recall.js';
import { AuthZenController } from './api/authzen.controller.js';
import { WhoCanController } from './api/who-can.controller.js';
import { ExplainController } from './api/explain.controller.js';
import { UndoController } from './api/undo.controller.js';
import { PreviewController } from './api/preview.controller.js';
import { FollowController } from './api/follow.controller.js';
import { EffectivePermissionController } from './api/effective-permission.controller.js';
import { AffectedUserRepository } from './domain/previews/affected-user.repository.js';
import { AuthorizationViews } from './domain/authorization-views.js';
import { AuthorizationState } from './domain/authorization-state.js';
import { DutyRepository } from './domain/duty.repository.js';
import { LiveAccessPolicy } from './domain/live-access-policy.js';
import { AuthorizationFeed } from './domain/authorization-feed.js';
import { UndoChange } from './domain/commands/undo-change.js';
import { MakeChange } from './domain/commands/make-change.js';
import { PruneAuthorizationChanges } from './domain/commands/prune-authorization-changes.js';
import { ExplainAccess } from './domain/queries/explain-access.js';
import { GroupPreviews } from './domain/previews/group-previews.js';
import { RolePreviews } from './domain/previews/role-previews.js';
import { TeamPreviews } from './domain/previews/team-previews.js';
import { PreviewableChanges } from './domain/previews/previewable-changes.js';
import { PastRepository } from './domain/past.repository.js';
import { ExplainPermissions } from './domain/queries/explain-permissions.js';
import { FindUndo } from './domain/queries/find-undo.js';
import { FindWhoCan } from './domain/queries/find-who-can.js';
import { ListSeenGroups } from './domain/queries/list-seen-groups.js';
import { PreviewChange } from './domain/queries/preview-change.js';
import { FollowAuthorization } from './domain/queries/follow-authorization.js';
import { CandidateRepository } from './domain/candidate.repository.js';
import { SearchAccess } from './domain/queries/search-access.js';
import { EvaluateAccess } from './domain/queries/evaluate-access.js';
import { FindPermissions } from './domain/queries/find-permissions.js';
import { GetEffectivePermissions } from './domain/queries/get-effective-permissions.js';
import { LiveRoleUse } from './domain/live-role-use.js';
import { RoleUseRepository } from './domain/role-use.repository.js';
import { RevisionLog } from './domain/revision-log.js';
import { RevisionWatch } from './domain/revision-watch.js';
import { RevisionRepository } from './domain/revision.repository.js';
import { DeletionUndos } from './domain/undo/deletion-undos.js';
import { DeletionStateRepository } from './domain/undo/deletion-state.repository.js';
import { GroupUndos } from './domain/undo/group-undos.js';
import { RoleUndos } from './domain/undo/role-undos.js';
import { TeamUndos } from './domain/undo/team-undos.js';
import { UndoStateRepository } from './domain/undo/undo-state.repository.js';
import { Undos } from './domain/undo/undos.js';
import { SeparationOfDuty } from './domain/separation-of-duty.js';
import { StructureRepository } from './domain/structure.repository.js';

/**
 * Owns decisions: what follows for a person from roles and teams at a moment, and the rules against escalation.
 * The roles themselves belong to `rbac`. Global for the sake of the port it implements.
 */
@Global()
@Module({
  imports: [UserModule, RbacModule, SessionModule, TeamModule, VisibilityGroupModule],
  controllers: [
    EffectivePermissionController,
    AuthZenController,
    AuthZenSearchController,
    FollowController,
    ExplainController,
    PreviewController,
    UndoController,
    WhoCanController,
  ],
  providers: [
    StructureRepository,
    RevisionRepository,
    DutyRepository,
    AuthorizationState,
    SeparationOfDuty,
    RevisionLog,
    RevisionWatch,
    { provide: AuthorizationChanges, useExisting: RevisionLog },
    RoleUseRepository,
    { provide: RoleUse, useClass: LiveRoleUse },
    LiveAccessPolicy,
    { provide: AccessPolicy, useExisting: LiveAccessPolicy },
    CandidateRepository,
    EvaluateAccess,
    SearchAccess,
    PastRepository,
    AuthorizationViews,
    ExplainAccess,
    ExplainPermissions,
    ListSeenGroups,
    FindWhoCan,
    AffectedUserRepository,
    RolePreviews,
    TeamPreviews,
    GroupPreviews,
    PreviewableChanges,
    PreviewChange,
    MakeChange,
    UndoStateRepository,
    RoleUndos,
    TeamUndos,
    GroupUndos,
    DeletionStateRepository,
    DeletionUndos,
    Undos,
    FindUndo,
    UndoChange,
    FollowAuthorization,
    AuthorizationFeed,
    PruneAuthorizationChanges,
    FindPermissions,
    GetEffectivePermissions,
  ],
  exports: [
    AccessPolicy,
    AuthorizationChanges,
    RoleUse,
    ExplainAccess,
    ExplainPermissions,
    ListSeenGroups,
    FindPermissions,
    FindUndo,
    FindWhoCan,
    GetEffectivePermissions,
    MakeChange,
    PreviewChange,
    UndoChange,
    Undos,
  ],
})
export class AuthorizationModule {
  constructor(catalogue: PermissionCatalogue, memoryRoutes: MemoryRoutes, evaluateAccess: EvaluateAccess) {
    recallEvaluations(memoryRoutes, evaluateAccess);
    catalogue.declare({
      key: 'authorization',
      description: 'Decisions about others',
      actions: {
        evaluate: 'Ask whether somebody may do something',
        explain: 'Ask why, and what a change would do',
        follow: 'Read and follow all that decisions rest on',
      },
    });
  }
}
