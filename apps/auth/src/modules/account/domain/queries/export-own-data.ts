import { Injectable } from '@nestjs/common';
import { ListAuditEvents } from '../../../audit/index.js';
import { ListUserRoles } from '../../../rbac/index.js';
import { ListSessions } from '../../../session/index.js';
import { GetUser } from '../../../user/index.js';

const ALL = 200;

/** All that the service knows of one person, for that person (GDPR, articles 15 and 20). */
@Injectable()
export class ExportOwnData {
  constructor(
    private readonly getUser: GetUser,
    private readonly listUserRoles: ListUserRoles,
    private readonly listSessions: ListSessions,
    private readonly listAuditEvents: ListAuditEvents,
  ) {}

  async execute(userId: string) {
    return {
      exportedAt: new Date(),
      user: await this.getUser.execute(userId),
      roles: await everything((cursor) => this.listUserRoles.execute(userId, { limit: ALL, ...cursor })),
      sessions: await everything((cursor) => this.listSessions.execute({ userId, limit: ALL, ...cursor })),
      events: await everything((cursor) =>
        this.listAuditEvents.execute({ actorId: userId, limit: ALL, ...cursor }),
      ),
    };
  }
}

async function everything<T>(
  page: (cursor: { cursor?: string }) => Promise<{ items: readonly T[]; nextCursor: string | null }>,
): Promise<T[]> {
  const items: T[] = [];
  for (let cursor: { cursor?: string } = {}; ;) {
    const { items: some, nextCursor } = await page(cursor);
    items.push(...some);
    if (nextCursor === null) return items;
    cursor = { cursor: nextCursor };
  }
}
