import { Injectable } from '@nestjs/common';
import { AccessPolicy } from '../../../../core/access/index.js';
import { newId } from '../../../../core/database/index.js';
import { decodeCursor, type Page, toPage } from '../../../../core/http/page.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import { ListRoleNames } from '../../../rbac/index.js';
import { ReadAllUsers } from '../../../user/index.js';
import { type ExportedUser, toExportedUser } from '../exported-user.js';

const SORT = 'id';

/** Exports all users page by page, without what they log in with. */
@Injectable()
export class ExportUserPage {
  constructor(
    private readonly readUsers: ReadAllUsers,
    private readonly listRoleNames: ListRoleNames,
    private readonly access: AccessPolicy,
    private readonly audit: RecordAuditEvent,
  ) {}

  /**
   * The first page is told to the audit log. Roles are left out for who may not see roles.
   *
   * @throws AppError `invalid_cursor`
   */
  async execute(limit: number, cursor?: string): Promise<Page<ExportedUser> & { readonly total: number }> {
    const after = cursor === undefined ? null : decodeCursor(SORT, cursor);
    if (after === null) {
      const event = {
        action: 'user_export.started',
        subjectType: 'user_export',
        subjectId: newId(),
      } as const;
      await this.audit.execute({ ...event, after: { includePasswordHashes: false } });
    }
    const total = await this.readUsers.count();
    const rows = await this.readUsers.page(after?.id ?? null, limit + 1);
    const page = toPage(rows, limit, SORT, ({ id }) => ({ value: null, id }));
    const seesRoles = await this.access.actorHolds('role:read');
    const roles = seesRoles ? await this.listRoleNames.execute(page.items.map(({ id }) => id)) : null;
    const items = page.items.map((user) => toExportedUser(user, roles && (roles.get(user.id) ?? [])));
    return { items, nextCursor: page.nextCursor, total };
  }
}
