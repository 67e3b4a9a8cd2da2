import { Injectable } from '@nestjs/common';
import type { AssuranceLevel, PermissionSet } from '@auth-service/authorization';
import { ClsService, type ClsStore } from 'nestjs-cls';

/** Where a request came from. */
export interface ClientInfo {
  /** IPv4 or IPv6 address of the client, after the trusted proxies. */
  readonly ipAddress: string;
  /** `User-Agent`, at most 400 characters. */
  readonly userAgent: string;
}

/** An administrator who acts in somebody else's name, and the session in which they are themselves. */
export interface Impersonator {
  readonly userId: string;
  readonly sessionId: string;
}

/** Who acts: a person in a session or by an API key, a service account, or the service itself (`null`). */
export interface Actor {
  readonly userId: string;
  readonly sessionId: string;
  /** Absent for a login. */
  readonly credential?: 'api_key' | 'service_account';
  /** What the credential is limited to, or in somebody else's name what one may oneself; absent for a login. */
  readonly scope?: PermissionSet;
  /** Who acts in the user's name; absent for the user. */
  readonly impersonator?: Impersonator;
  /** How strongly they showed who they are; absent for who acts in their absence. */
  readonly level?: AssuranceLevel;
}

/** The person who acts, as far as rows may name one: a service account is no user. */
export const personOf = (actor: Actor | null): string | null =>
  actor === null || actor.credential === 'service_account' ? null : actor.userId;

interface Store extends ClsStore {
  requestId: string;
  client: ClientInfo;
  actor: Actor | null;
  /** Why the actor changes something, in their words. */
  reason?: string | undefined;
  /** Shared with the transactions inside the request, each of which has a copy of the rest. */
  outcome: { authorizationRevision?: number | undefined };
}

const NO_CLIENT: ClientInfo = { ipAddress: '127.0.0.1', userAgent: '' };

/**
 * What is known about the work in hand: request id, client and actor, kept in the async context, so that commands
 * and the audit log need no parameters for it. Outside of a request the service itself acts.
 */
@Injectable()
export class RequestContext {
  constructor(private readonly store: ClsService<Store>) {}

  /** Runs work for one request. */
  run<T>(requestId: string, client: ClientInfo, work: () => T): T {
    return this.store.runWith({ requestId, client, actor: null, outcome: {} }, work);
  }

  /** Runs work in which `actor` acts. */
  runAs<T>(actor: Actor, work: () => T): T {
    return this.store.run({ ifNested: 'inherit' }, () => {
      this.store.set('actor', actor);
      return work();
    });
  }

  /** Says who acts for the rest of the request. */
  setActor(actor: Actor): void {
    this.store.get().actor = actor;
  }

  /** Runs work for which a reason was given; without one, the reason that the request has holds. */
  because<T>(reason: string | undefined, work: () => T): T {
    if (reason === undefined) return work();
    return this.store.run({ ifNested: 'inherit' }, () => {
      this.store.set('reason', reason);
      return work();
    });
  }

  /** Says why the rest of the request changes what it changes. */
  setReason(reason: string): void {
    this.store.get().reason = reason;
  }

  /** undefined: none was given. */
  get reason(): string | undefined {
    return this.read('reason');
  }

  /** Empty outside of a request. */
  get requestId(): string {
    return this.read('requestId') ?? '';
  }

  get client(): ClientInfo {
    return this.read('client') ?? NO_CLIENT;
  }

  /** null: the service itself. */
  get actor(): Actor | null {
    return this.read('actor') ?? null;
  }

  /** Notes that the request changed what decisions rest on; its answer tells the revision. undefined: it did not. */
  noteAuthorizationRevision(rev: number | undefined): void {
    const outcome = this.read('outcome');
    if (outcome !== undefined) outcome.authorizationRevision = rev;
  }

  get authorizationRevision(): number | undefined {
    return this.read('outcome')?.authorizationRevision;
  }

  private read<Key extends 'requestId' | 'client' | 'actor' | 'reason' | 'outcome'>(
    key: Key,
  ): Store[Key] | undefined {
    return this.store.isActive() ? this.store.get<Store>()[key] : undefined;
  }
}
