import { Injectable } from '@nestjs/common';
import type { AuthorizationChanges, AuthorizationRecordType } from '../../../core/access/index.js';
import { RequestContext } from '../../../core/context/index.js';
import { AuthorizationState } from './authorization-state.js';
import { RevisionRepository } from './revision.repository.js';

/** The catalogue is one record. */
const CATALOGUE = ['*'];

/** Records whose change is noted by one statement. */
const NOTED_AT_ONCE = 10_000;

/** Ids of changed records by their type. */
export type Notes = Readonly<Record<AuthorizationRecordType, Set<string>>>;

const noNotes = (): Notes => ({
  catalogue: new Set(),
  role: new Set(),
  team: new Set(),
  group: new Set(),
  user: new Set(),
});

/** Gives each transaction that changes what decisions rest on one revision, in the order of the commits. */
@Injectable()
export class RevisionLog implements AuthorizationChanges {
  private readonly revisions = new WeakMap<object, number>();
  private readonly notes = new WeakMap<object, Notes>();

  constructor(
    private readonly repository: RevisionRepository,
    private readonly state: AuthorizationState,
    private readonly context: RequestContext,
  ) {}

  async serialize(): Promise<void> {
    await this.revision();
  }

  async note(type: AuthorizationRecordType, ids: readonly string[] = CATALOGUE): Promise<void> {
    if (ids.length === 0) return;
    const rev = await this.revision();
    for (let start = 0; start < ids.length; start += NOTED_AT_ONCE) {
      const part = ids.slice(start, start + NOTED_AT_ONCE);
      await this.repository.addChanges(rev, type, part);
      for (const id of part) this.noted[type].add(id);
      await this.state.changed(type, part);
    }
  }

  /** What the open transaction has noted so far. */
  get noted(): Notes {
    const { transaction } = this.repository;
    const known = this.notes.get(transaction) ?? noNotes();
    this.notes.set(transaction, known);
    return known;
  }

  private async revision(): Promise<number> {
    if (!this.repository.inTransaction) throw new Error('a change of authorisation needs a transaction');
    const { transaction } = this.repository;
    const rev = this.revisions.get(transaction) ?? (await this.repository.advance());
    this.revisions.set(transaction, rev);
    this.context.noteAuthorizationRevision(rev);
    return rev;
  }
}
