import { Injectable } from '@nestjs/common';
import { Access, AuthorizationModel, type SubjectRecord } from '@auth-service/authorization';
import { type AuthorizationRecordType, CATALOGUE_TOPIC } from '../../../core/access/index.js';
import { ALL_KEYS, InvalidationChannel, LiveCache } from '../../../core/cache/index.js';
import { Database } from '../../../core/database/index.js';
import { DatabaseClock } from './database-clock.js';
import type { ChangedRecords } from './revision.repository.js';
import { type StructureDelta, StructureRepository } from './structure.repository.js';

/** Under which changes are announced: users by their ids, the structure as a whole. */
export const SUBJECT_TOPIC = 'authorization_subject';
export const STRUCTURE_TOPIC = 'authorization_structure';
const STRUCTURE_KEY = 'structure';

/** The structure at a revision. */
export interface Structure {
  readonly rev: number;
  readonly model: AuthorizationModel;
}

/** A user together with the structure in which they stand. */
export interface Standing extends Structure {
  readonly subject: SubjectRecord;
  readonly access: Access;
}

interface KnownSubject {
  readonly record: SubjectRecord;
  /** The database's clock when it was read. */
  readonly readAt: number;
  access: { readonly of: AuthorizationModel; readonly value: Access } | null;
}

/**
 * What decisions rest on, in memory: the structure whole, and of the users those who were asked for. Both are remembered
 * until a change is announced; inside a transaction everything is read anew, its own changes included.
 */
@Injectable()
export class AuthorizationState {
  private readonly clock = new DatabaseClock();
  private readonly structures: LiveCache<Structure>;
  private readonly subjects: LiveCache<KnownSubject>;
  /** The last one read outside of a transaction: what is newer is read as a difference to it. */
  private latest: Structure | null = null;

  constructor(
    private readonly channel: InvalidationChannel,
    private readonly repository: StructureRepository,
    private readonly database: Database,
  ) {
    this.structures = new LiveCache(channel, { topic: STRUCTURE_TOPIC, max: 1, ttlMs: 30_000 });
    this.subjects = new LiveCache(channel, { topic: SUBJECT_TOPIC, max: 100_000, ttlMs: 30_000 });
    // Messages may have been lost, so there is nothing that a difference could be read to.
    channel.subscribe(STRUCTURE_TOPIC, (key) => {
      if (key === ALL_KEYS) this.latest = null;
    });
  }

  /** What is remembered of a user, without a question to the database; undefined when that is not enough. */
  peek(userId: string): Standing | undefined {
    const structure = this.structures.peek(STRUCTURE_KEY);
    const subject = structure && this.subjects.peek(userId);
    return structure && subject && this.stand(structure, subject);
  }

  /** A user and the structure as they are now; null for an unknown user. */
  async get(userId: string): Promise<Standing | null> {
    return (await this.getMany([userId])).get(userId) ?? null;
  }

  /** Users and the structure as they are now, by at most one statement for each. What is no id is nobody's. */
  async getMany(userIds: readonly string[]): Promise<Map<string, Standing>> {
    const subjects = await this.subjectsOf([...new Set(userIds.filter(isUuid))]);
    const structure = subjects.size === 0 ? null : await this.structure();
    const standings = new Map<string, Standing>();
    for (const [userId, subject] of subjects) {
      if (structure !== null) standings.set(userId, this.stand(structure, subject));
    }
    return standings;
  }

  /** The structure as it is now. */
  async structure(): Promise<Structure> {
    if (this.database.inTransaction) return this.read();
    const known = await this.structures.get(STRUCTURE_KEY, async () => (this.latest = await this.read()));
    return known ?? this.read();
  }

  /** Milliseconds since 1970, by the database's clock. */
  now(): number {
    return this.clock.now();
  }

  /** Announces what the open transaction changes. */
  async changed(type: AuthorizationRecordType, ids: readonly string[]): Promise<void> {
    if (type === 'user') await this.subjects.invalidate(...ids);
    else await this.structures.invalidate(STRUCTURE_KEY);
    if (type === 'catalogue') await this.channel.announce(CATALOGUE_TOPIC, [ALL_KEYS]);
  }

  /** Forgets here what has changed, whether or not a message tells of it. */
  forget({ type, ids }: ChangedRecords): void {
    if (type === 'user') this.channel.tell(SUBJECT_TOPIC, ids);
    else this.channel.tell(STRUCTURE_TOPIC, [STRUCTURE_KEY]);
    if (type === 'catalogue') this.channel.tell(CATALOGUE_TOPIC, [ALL_KEYS]);
  }

  /** Forgets here everything. */
  forgetAll(): void {
    for (const topic of [SUBJECT_TOPIC, STRUCTURE_TOPIC, CATALOGUE_TOPIC])
      this.channel.tell(topic, [ALL_KEYS]);
  }

  private async subjectsOf(userIds: readonly string[]): Promise<Map<string, KnownSubject>> {
    if (this.database.inTransaction) return this.readSubjects(userIds);
    const unknown = userIds.filter((userId) => this.subjects.peek(userId) === undefined);
    // Begun by the first that is not remembered, so that a change in between is noticed for each.
    let reading: Promise<Map<string, KnownSubject>> | undefined;
    const found = new Map<string, KnownSubject>();
    const find = async (userId: string): Promise<void> => {
      const subject = await this.subjects.get(userId, async () => {
        reading ??= this.readSubjects(unknown.includes(userId) ? unknown : [userId]);
        return (await reading).get(userId) ?? null;
      });
      if (subject !== null) found.set(userId, subject);
    };
    await Promise.all(userIds.map(find));
    return found;
  }

  private async readSubjects(userIds: readonly string[]): Promise<Map<string, KnownSubject>> {
    const subjects = userIds.length === 0 ? [] : await this.repository.subjects(userIds);
    return new Map(
      subjects.map(({ now, ...record }) => {
        this.clock.set(now);
        return [record.id, { record, readAt: now, access: null }];
      }),
    );
  }

  private async read(): Promise<Structure> {
    const known = this.latest;
    const delta = await (known === null ? this.repository.whole() : this.repository.delta(known.rev));
    this.clock.set(delta.now);
    if (known === null) return { rev: delta.rev, model: new AuthorizationModel(whole(delta)) };
    if (known.rev === delta.rev) return known;
    return {
      rev: delta.rev,
      model: known.model.updatedBy({ ...delta, groups: delta.groupsChanged ? delta.groups : null }),
    };
  }

  private stand({ rev, model }: Structure, known: KnownSubject): Standing {
    const at = Math.max(this.clock.now(), known.readAt);
    const remembered = known.access;
    const holds =
      remembered?.of === model && (remembered.value.changesAt === null || at < remembered.value.changesAt);
    const access = holds ? remembered.value : model.accessOf(known.record, at);
    if (!holds) known.access = { of: model, value: access };
    return { rev, model, subject: known.record, access };
  }
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** As the database writes it. */
const isUuid = (text: string): boolean => UUID.test(text);

const whole = ({ permissions, roles, teams, groups }: StructureDelta) => ({
  permissions: permissions ?? [],
  roles,
  teams,
  groups,
});
