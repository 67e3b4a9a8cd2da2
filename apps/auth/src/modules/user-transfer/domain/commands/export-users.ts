import { Injectable } from '@nestjs/common';
import { newId } from '../../../../core/database/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import { ListRoleNames } from '../../../rbac/index.js';
import { ReadAllUsers } from '../../../user/index.js';
import { type ExportedUser, toExportedUser } from '../exported-user.js';

/** What is exported, and where it goes. */
export interface ExportInput {
  /** Password hashes too; the audit log tells it. */
  readonly includePasswordHashes: boolean;
  readonly write: (records: readonly ExportedUser[]) => Promise<void>;
  readonly onProgress: (done: number, total: number) => void;
}

/** Exports all users a page at a time, in the form in which they can be imported. */
@Injectable()
export class ExportUsers {
  constructor(
    private readonly readUsers: ReadAllUsers,
    private readonly listRoleNames: ListRoleNames,
    private readonly audit: RecordAuditEvent,
  ) {}

  /** @returns how many users were exported */
  async execute({ includePasswordHashes, write, onProgress }: ExportInput): Promise<number> {
    const event = { subjectType: 'user_export', subjectId: newId() } as const;
    await this.audit.execute({ ...event, action: 'user_export.started', after: { includePasswordHashes } });
    const total = await this.readUsers.count();
    let done = 0;
    for await (const page of this.readUsers.execute(includePasswordHashes)) {
      const roles = await this.listRoleNames.execute(page.map(({ id }) => id));
      await write(page.map((user) => toExportedUser(user, roles.get(user.id) ?? [])));
      done += page.length;
      onProgress(done, total);
    }
    const after = { includePasswordHashes, users: done };
    await this.audit.execute({ ...event, action: 'user_export.finished', after });
    return done;
  }
}
