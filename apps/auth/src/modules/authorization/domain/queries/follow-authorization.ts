import { Injectable } from '@nestjs/common';
import type { AuthorizationStructure, AuthorizationUpdate, SubjectRecord } from '@auth-service/authorization';
import { AppError, assertThat } from '../../../../core/errors/index.js';
import { decodeCursor, type Page, toPage } from '../../../../core/http/page.js';
import { StructureRepository } from '../structure.repository.js';

const SORT = 'id';

/** All that decisions rest on at a revision, apart from the users. */
export interface AuthorizationSnapshot extends AuthorizationStructure {
  readonly rev: number;
  /** The database's clock: milliseconds since 1970. */
  readonly now: number;
}

/** What has changed, and the database's clock: milliseconds since 1970. */
export interface TimedUpdate extends AuthorizationUpdate {
  readonly now: number;
}

/** Hands out all that decisions rest on, and what has changed since, for services that decide themselves. */
@Injectable()
export class FollowAuthorization {
  constructor(private readonly repository: StructureRepository) {}

  /** One moment's structure. Users come in pages, and who follows the changes from `rev` on ends with the truth. */
  async snapshot(): Promise<AuthorizationSnapshot> {
    const { rev, now, permissions, roles, teams, groups } = await this.repository.whole();
    return { rev, now, permissions: permissions ?? [], roles, teams, groups };
  }

  /** The revision now. */
  head(): Promise<number> {
    return this.repository.head();
  }

  /**
   * Users of whom more is known than that they are active; the others have the default role and group.
   *
   * @throws AppError `invalid_cursor`
   */
  async users({ limit, cursor }: { limit: number; cursor?: string }): Promise<Page<SubjectRecord>> {
    const after = cursor === undefined ? null : decodeCursor(SORT, cursor).id;
    const rows = await this.repository.listSubjects(after, limit + 1);
    return toPage(rows, limit, SORT, ({ id }) => ({ id, value: null }));
  }

  /** @throws AppError `revision_gone` when what has changed since is forgotten or too much, or that revision never was */
  async since(since: number): Promise<TimedUpdate> {
    const delta = await this.repository.delta(since, true);
    const { rev, now, touched, permissions, roles, teams, groups, groupsChanged, users } = delta;
    assertThat(users !== null && since >= delta.prunedRev && since <= rev, 'revision_gone');
    return {
      since,
      rev,
      now,
      touched,
      permissions,
      roles,
      teams,
      groups: groupsChanged ? groups : null,
      users,
    };
  }
}

/** Whether an error says that one has to begin anew. */
export const isGone = (error: unknown): boolean =>
  error instanceof AppError && error.code === 'revision_gone';
