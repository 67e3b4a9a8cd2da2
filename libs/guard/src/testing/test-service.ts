import { AuthorizationModel, decide, isVisibilityLevel, plainSubject } from '@auth-service/authorization';
import type { PermissionName, Question, SubjectRecord } from '@auth-service/authorization';
import type { GuardFetch } from '../module/guard-fetch.js';
import type { TestRecords } from './test-records.js';
import type { TestTokens } from './test-tokens.js';

const HEARTBEAT_MS = 1000;
const TOKEN_SECONDS = 360;

type Json = Readonly<Record<string, unknown>>;
type Send = (type: string, data: object) => void;

/** Answers the guard's requests as the auth service does, in this process. */
export class TestService {
  rev = 1;
  isReachable = true;
  private readonly endedSessions = new Set<string>();
  private readonly streams = new Map<Send, (error: Error) => void>();

  constructor(
    private readonly records: TestRecords,
    private readonly tokens: TestTokens,
  ) {}

  /** Takes the place of the global `fetch`. */
  readonly fetch: GuardFetch = async (url, init) => {
    if (!this.isReachable) throw new TypeError('the organisation plays that it cannot be reached');
    const { pathname } = new URL(url);
    if (pathname.endsWith('/events')) return this.events(init.signal ?? undefined);
    const body = init.method === 'POST' || init.method === 'PUT' ? init.body : undefined;
    const answer = await this.answer(pathname, typeof body === 'string' ? body : '');
    return answer === undefined ? new Response(null, { status: 404 }) : Response.json(answer);
  };

  /** Tells followers that something has changed. */
  changed(): void {
    this.rev += 1;
    for (const send of this.streams.keys()) send('update', this.update(this.rev - 1));
  }

  endSession(id: string): void {
    this.endedSessions.add(id);
    for (const send of this.streams.keys()) send('sessions', this.sessions([id]));
  }

  /** Breaks the open streams, as a network does. */
  breakStreams(): void {
    for (const fail of [...this.streams.values()]) fail(new TypeError('the stream broke'));
  }

  private answer(path: string, body: string): object | undefined | Promise<object> {
    const name = path.slice(path.lastIndexOf('/') + 1);
    switch (name) {
      case 'jwks.json':
        return this.tokens.published();
      case 'token':
        return this.token();
      case 'snapshot':
        return { ...this.records.structure, rev: this.rev, now: Date.now() };
      case 'users':
        return { items: [...this.records.users.values()], nextCursor: null };
      case 'changes':
        return this.update(0);
      case 'ended-sessions':
        return this.sessions([...this.endedSessions]);
      case 'evaluations':
        return this.evaluate(JSON.parse(body) as Json);
      case 'catalogue':
        return this.register(JSON.parse(body) as Json);
      default:
        return undefined;
    }
  }

  private async token(): Promise<object> {
    const token = await this.tokens.issueForService('test');
    return { access_token: token, token_type: 'Bearer', expires_in: TOKEN_SECONDS };
  }

  /** Everything, which holds since whenever. */
  private update(since: number): object {
    const { structure, roles, teams, users } = this.records;
    const touched = [...roles.keys(), ...teams.keys()];
    return { ...structure, since, rev: this.rev, now: Date.now(), touched, users: [...users.values()] };
  }

  private sessions(ids: readonly string[]): object {
    return { ids, now: Date.now(), tokenSeconds: TOKEN_SECONDS };
  }

  private events(signal: AbortSignal | undefined): Response {
    const encoder = new TextEncoder();
    const stream = new ReadableStream<Uint8Array>({
      start: (controller) => {
        const send: Send = (type, data) =>
          controller.enqueue(encoder.encode(`event: ${type}\ndata: ${JSON.stringify(data)}\n\n`));
        const beat = () => send('heartbeat', { rev: this.rev, now: Date.now() });
        const timer = setInterval(beat, HEARTBEAT_MS).unref();
        const fail = (error: Error) => {
          clearInterval(timer);
          if (this.streams.delete(send)) controller.error(error);
        };
        this.streams.set(send, fail);
        signal?.addEventListener('abort', () => fail(new DOMException('aborted', 'AbortError')));
        send('sessions', this.sessions([...this.endedSessions]));
        send('update', this.update(0));
        beat();
      },
    });
    return new Response(stream, { headers: { 'content-type': 'text/event-stream' } });
  }

  private evaluate(request: Json): object {
    const { id } = request.subject as { readonly id: string };
    const model = new AuthorizationModel(this.records.structure);
    const subject = this.records.users.get(id) ?? { ...plainSubject(id), isActive: false };
    const access = model.accessOf(subject, Date.now());
    const assurance = (request.context as Json).acr === 'aal2' ? 'aal2' : 'aal1';
    const evaluations = (request.evaluations as readonly Json[]).map((evaluation) => {
      const question = { ...this.questionOf(evaluation, model), assurance } as const;
      const decision = decide(model, subject, access, question);
      return decision.allowed
        ? { decision: true }
        : { decision: false, context: { reason: decision.reason } };
    });
    return { evaluations };
  }

  private questionOf({ action, resource }: Json, model: AuthorizationModel): Question {
    const { type, properties } = resource as { readonly type: string; readonly properties: Json };
    const { team_id: teamId, owner_id: ownerId, visible_to: level } = properties;
    const owner: Pick<SubjectRecord, 'group'> =
      typeof ownerId === 'string' ? (this.records.users.get(ownerId) ?? { group: null }) : { group: null };
    const item = {
      type,
      ownerId: (ownerId ?? null) as string | null,
      followerIds: (properties.follower_ids ?? []) as string[],
      group: (properties.visibility_group ?? model.groupOf(owner)) as number,
      ...(isVisibilityLevel(level) && { level }),
    };
    return {
      type,
      action: (action as { readonly name: string }).name,
      ...(typeof teamId === 'string' && { teamId }),
      ...('owner_id' in properties && { item }),
    };
  }

  private register(request: Json): object {
    const resources = request.resources as readonly { key: string; actions: readonly { name: string }[] }[];
    const names = resources.flatMap(({ key, actions }) =>
      actions.map(({ name }): PermissionName => `${key}:${name}`),
    );
    const registered = names.filter((name) => !this.records.permissions.has(name));
    for (const name of registered) this.records.permissions.add(name);
    if (registered.length > 0) this.changed();
    return { registered, deprecated: [], restored: [] };
  }
}
