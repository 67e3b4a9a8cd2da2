import { AuthorizationReplica, type SubjectRecord } from '@auth-service/authorization';
import { Injectable } from '@nestjs/common';
import { Knowledge } from './knowledge.js';
import { ServiceClient } from './service-client.js';
import { ServiceRefusal } from './service-errors.js';
import type { SessionsEnded, Snapshot, SubjectPage, Update } from './service-messages.js';

const PAGE = 2000;

/** Brings what is known up to the present by asking, rather than by waiting for the stream. */
@Injectable()
export class CatchUp {
  private running: Promise<void> | null = null;
  private next: Promise<void> | null = null;

  constructor(
    private readonly client: ServiceClient,
    private readonly knowledge: Knowledge,
  ) {}

  /**
   * After this everything is known that was true when it was called. Calls that come while one is under way share the
   * next one: what is under way may have read before their time.
   *
   * @throws ServiceUnreachable, ServiceRefusal
   */
  execute(): Promise<void> {
    if (this.running === null) {
      this.running = this.run().finally(() => (this.running = null));
      return this.running;
    }
    this.next ??= this.running
      .catch(() => undefined)
      .then(() => {
        this.next = null;
        return this.execute();
      });
    return this.next;
  }

  /**
   * Begins anew with a snapshot.
   *
   * @throws ServiceUnreachable, ServiceRefusal
   */
  async begin(): Promise<void> {
    const at = await this.readEndedSessions();
    const snapshot = await this.client.get<Snapshot>('/authorization/snapshot');
    const users = await this.readUsers();
    this.knowledge.begin(new AuthorizationReplica(snapshot.rev, snapshot, users));
    await this.readChanges();
    this.knowledge.confirm(at);
  }

  private async run(): Promise<void> {
    if (this.knowledge.replica === null) return this.begin();
    try {
      const at = await this.readEndedSessions();
      await this.readChanges();
      this.knowledge.confirm(at);
    } catch (error) {
      if (!(error instanceof ServiceRefusal) || error.status !== 410) throw error;
      await this.begin();
    }
  }

  private async readChanges(): Promise<void> {
    const update = await this.client.get<Update>(`/authorization/changes?since=${this.knowledge.rev}`);
    this.knowledge.apply(update);
  }

  /** @returns when that was, by our monotonic clock */
  private async readEndedSessions(): Promise<number> {
    const { ids, tokenSeconds, now } = await this.client.get<SessionsEnded>('/authorization/ended-sessions');
    this.knowledge.endedSessions.add(ids, tokenSeconds * 1000);
    return this.knowledge.clock.heard(now);
  }

  private async readUsers(): Promise<SubjectRecord[]> {
    const users: SubjectRecord[] = [];
    let cursor: string | null = null;
    do {
      const from: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const page: SubjectPage = await this.client.get(`/authorization/snapshot/users?limit=${PAGE}${from}`);
      users.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor !== null);
    return users;
  }
}
