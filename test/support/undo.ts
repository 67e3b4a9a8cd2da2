import { v7 } from 'uuid';
import type { PermissionName } from '@auth-service/authorization';
import { ListSubjectHistory } from '../../apps/auth/src/modules/audit/index.js';
import { CreateRole } from '../../apps/auth/src/modules/rbac/index.js';
import { CreateTeam } from '../../apps/auth/src/modules/team/index.js';
import { CreateVisibilityGroup } from '../../apps/auth/src/modules/visibility-group/index.js';
import type { TestApp } from './app.js';
import { bearer, createUserWithRole } from './people.js';

type Kind = 'role' | 'team' | 'visibility_group' | 'user';

/** What tests of taking changes back need: things to change, what the log tells of them, and somebody who takes it back. */
export function useUndo(app: TestApp) {
  const make = <T>(Command: new (...args: never[]) => T): T => app.app.get(Command, { strict: false });
  const history = async (subjectType: Kind, subjectId: string) =>
    (await make(ListSubjectHistory).execute({ subjectType, subjectId }, { limit: 100 })).items;
  return {
    make,
    newRole: async (...permissions: PermissionName[]) =>
      (await make(CreateRole).execute({ name: `role ${v7()}`, permissions })).id,
    newTeam: async () => (await make(CreateTeam).execute({ name: `team ${v7()}` })).id,
    newGroup: async (parentId?: string) =>
      (
        await make(CreateVisibilityGroup).execute({
          name: `group ${v7()}`,
          ...(parentId !== undefined && { parentId }),
        })
      ).id,
    history,
    latest: async (subjectType: Kind, subjectId: string) => {
      const [event] = await history(subjectType, subjectId);
      if (event === undefined) throw new Error('nothing happened');
      return event;
    },
    /** Somebody who may do everything, unless another one is given, and asks over HTTP. */
    undoer: async (authorization?: string) => {
      const header = authorization ?? (await bearer(app, await createUserWithRole(app, 'superuser')));
      return (eventId: string, reason?: string) =>
        app
          .request()
          .post(`/auth/v1/audit-log/${eventId}/undo`)
          .set({
            authorization: header,
            ...(reason !== undefined && { 'x-change-reason': encodeURIComponent(reason) }),
          });
    },
  };
}
