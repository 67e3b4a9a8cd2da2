import { AuthorizationModel } from './authorization-model.js';
import {
  type AuthorizationStructure,
  plainSubject,
  type StructureUpdate,
  type SubjectRecord,
} from './records.js';

/** What has changed between two revisions, users included, as it is at the later one. */
export interface AuthorizationUpdate extends StructureUpdate {
  readonly since: number;
  readonly rev: number;
  readonly users: readonly SubjectRecord[];
}

/**
 * All that decisions rest on, in a service that decides itself. Updates may be lost, come twice or in another order: one
 * that does not follow on what is known is not taken, and the service asks for what is missing.
 *
 * @example
 * const replica = new AuthorizationReplica(snapshot.rev, snapshot, users);
 * if (replica.apply(update) === 'gap') replica.apply(await changesSince(replica.rev));
 */
export class AuthorizationReplica {
  #rev: number;
  #model: AuthorizationModel;
  readonly #subjects = new Map<string, SubjectRecord>();

  /** @param users - all of whom more is known than that they are active */
  constructor(rev: number, structure: AuthorizationStructure, users: Iterable<SubjectRecord>) {
    this.#rev = rev;
    this.#model = new AuthorizationModel(structure);
    for (const user of users) this.#subjects.set(user.id, user);
  }

  /** The revision that is known. */
  get rev(): number {
    return this.#rev;
  }

  get model(): AuthorizationModel {
    return this.#model;
  }

  /**
   * Whether anything is known of a user: of somebody else it cannot be told from here whether they exist.
   *
   * @example replica.knows('ann')
   */
  knows(userId: string): boolean {
    return this.#subjects.has(userId);
  }

  /**
   * What is known of a user; one of whom nothing is known is active and has nothing of their own.
   *
   * @example replica.model.accessOf(replica.subject('ann'), Date.now())
   */
  subject(userId: string): SubjectRecord {
    return this.#subjects.get(userId) ?? plainSubject(userId);
  }

  /**
   * Takes an update.
   *
   * @returns `known` when it tells nothing new, `gap` when something before it is missing: nothing was changed then
   * @example if (replica.apply(update) === 'gap') replica.apply(await changesSince(replica.rev));
   */
  apply(update: AuthorizationUpdate): 'applied' | 'known' | 'gap' {
    if (update.rev <= this.#rev) return 'known';
    if (update.since > this.#rev) return 'gap';
    const isSame = update.touched.length === 0 && update.permissions === null && update.groups === null;
    if (!isSame) this.#model = this.#model.updatedBy(update);
    for (const user of update.users) this.#subjects.set(user.id, user);
    this.#rev = update.rev;
    return 'applied';
  }
}
