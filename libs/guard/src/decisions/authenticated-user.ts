import { type AssuranceLevel, type Decision, splitPermission } from '@auth-service/authorization';
import { ForbiddenException, NotFoundException } from '@nestjs/common';
import type { Permission } from '../catalogue/permission.js';
import type { TokenClaims } from '../tokens/token-claims.js';
import { VisibilityScope } from '../visibility/visibility-scope.js';
import type { Decisions, Wish } from './decisions.js';
import type { Item } from './item.js';
import type { Standings } from './standings.js';

/** By what an {@link AuthenticatedUser} decides. */
export interface UserDecisions {
  readonly decisions: Decisions;
  readonly standings: Standings;
}

/** Has the auth service decide. */
export type AskService = (wish: Wish) => Promise<Decision>;

/** Who makes a request, as the guard let them through. Also found as `request.user`. */
export class AuthenticatedUser {
  readonly #claims: TokenClaims;
  readonly #by: UserDecisions;
  readonly #ask: AskService | null;

  /**
   * @param ask - on fresh routes, or while the auth service is not followed; null: decisions are made from memory
   * @internal
   */
  constructor(claims: TokenClaims, by: UserDecisions, ask: AskService | null) {
    this.#claims = claims;
    this.#by = by;
    this.#ask = ask;
  }

  get id(): string {
    return this.#claims.userId;
  }

  /** The administrator who acts in their name; null: themselves. Both belong into your own records. */
  get impersonatorId(): string | null {
    return this.#claims.impersonatorId;
  }

  get sessionId(): string {
    return this.#claims.sessionId;
  }

  /** The app through which they came. */
  get clientId(): string {
    return this.#claims.clientId;
  }

  /** When they last showed who they are. */
  get authenticatedAt(): Date {
    return new Date(this.#claims.authenticatedAt * 1000);
  }

  /** How strongly: `aal2` with a second factor. */
  get level(): AssuranceLevel {
    return this.#claims.level;
  }

  /**
   * Whether they may do something, with an item or at all.
   *
   * @param item - as this service knows it; both the permission and its visibility count
   * @example `if (await user.can('deal:delete', { ownerId: deal.ownerId })) …`
   */
  async can(permission: Permission, item?: Item): Promise<boolean> {
    return (await this.#decide(permission, item)).allowed;
  }

  /**
   * Goes on only if they may. What is not visible answers as if it did not exist.
   *
   * @throws NotFoundException for an item that they do not see
   * @throws ForbiddenException for what they see and may not do
   */
  async assertCan(permission: Permission, item?: Item): Promise<void> {
    const decision = await this.#decide(permission, item);
    if (decision.allowed) return;
    if (decision.reason === 'not_visible') throw new NotFoundException();
    throw new ForbiddenException(`This needs the permission ${permission}.`);
  }

  /** Whether they are neither disabled nor deleted. */
  get isActive(): boolean {
    return this.#standing.subject.isActive;
  }

  /** Whether they are a member of a team. */
  isMemberOf(teamId: string): boolean {
    const { subject } = this.#standing;
    return subject.isActive && subject.teams.includes(teamId);
  }

  /** The number of their visibility group: items of theirs count in it. */
  get group(): number {
    const { model, subject } = this.#standing;
    return model.groupOf(subject);
  }

  /** Which items of a type they see. */
  visible(type: string): VisibilityScope {
    const { replica, model, subject, access, scopes } = this.#standing;
    const known = scopes.get(type);
    if (known !== undefined) return known;
    const viewer = subject.isActive ? model.viewerOf(subject, access, type) : null;
    const scope = new VisibilityScope(viewer, model, type, {
      can: (permission) => access.has(permission),
      groupOf: (userId) => model.groupOf(replica.subject(userId)),
    });
    scopes.set(type, scope);
    return scope;
  }

  get #standing() {
    return this.#by.standings.of(this.id, this.level);
  }

  async #decide(permission: Permission, item: Item | undefined): Promise<Decision> {
    const { resource: type, action } = splitPermission(permission);
    const wish = { type, action, item };
    return this.#ask === null ? this.#by.decisions.decide(this.#claims, wish) : this.#ask(wish);
  }
}
