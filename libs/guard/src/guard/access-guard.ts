import { type CanActivate, type ExecutionContext, ForbiddenException, Injectable } from '@nestjs/common';
import type { AssuranceLevel, Decision } from '@auth-service/authorization';
import type { StepUpDemand } from '../decorators/route-metadata.js';
import { type AskService, AuthenticatedUser, type UserDecisions } from '../decisions/authenticated-user.js';
import { Decisions, type Wish } from '../decisions/decisions.js';
import { Standings } from '../decisions/standings.js';
import { CatchUp } from '../following/catch-up.js';
import { within } from '../following/deadline.js';
import { Knowledge } from '../following/knowledge.js';
import { GuardSettings } from '../module/guard-settings.js';
import { bearerToken } from '../tokens/bearer-token.js';
import type { TokenClaims } from '../tokens/token-claims.js';
import { TokenVerifier } from '../tokens/token-verifier.js';
import type { GuardedRequest } from './guarded-request.js';
import { Refusals } from './refusals.js';
import { requestedRevision } from './requested-revision.js';
import { type RouteRules, RouteRulesReader } from './route-rules.js';

/** How long a request waits for a revision that has to be known before the auth service is asked. */
const REVISION_WAIT_MS = 50;

/** A request on its way through the guard. */
interface Passage {
  readonly context: ExecutionContext;
  readonly request: GuardedRequest;
  readonly rules: RouteRules;
}

/**
 * Stands before every route: who calls, what is known of them, may they. Denied unless said otherwise. Answers at once when
 * all that is needed is in memory.
 */
@Injectable()
export class AccessGuard implements CanActivate, UserDecisions {
  constructor(
    private readonly routes: RouteRulesReader,
    private readonly tokens: TokenVerifier,
    private readonly knowledge: Knowledge,
    private readonly catchUp: CatchUp,
    readonly standings: Standings,
    readonly decisions: Decisions,
    private readonly refusals: Refusals,
    private readonly settings: GuardSettings,
  ) {}

  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const rules = this.routes.of(context.getHandler(), context.getClass());
    if (rules.mode === 'public') return true;
    if (rules.mode === undefined || context.getType() !== 'http') throw new ForbiddenException();
    const request = context.switchToHttp().getRequest<GuardedRequest>();
    const passage = { context, request, rules };
    const token = bearerToken(request.headers.authorization);
    if (token === undefined) throw this.refusals.unauthenticated(context, false);
    const claims = this.tokens.recall(token);
    return claims === null ? this.authenticate(passage, token) : this.load(passage, claims);
  }

  private async authenticate(passage: Passage, token: string): Promise<boolean> {
    const claims = await this.orUnknowable(passage, () => this.tokens.verify(token));
    if (claims === null) throw this.refusals.unauthenticated(passage.context, true);
    return this.load(passage, claims);
  }

  /** Decides from memory where that is new enough, else by the auth service. */
  private load(passage: Passage, claims: TokenClaims): boolean | Promise<boolean> {
    const { context, request, rules } = passage;
    this.assertLive(passage, claims);
    if (rules.stepUp !== undefined) this.assertStrong(context, rules.stepUp, claims);
    const asked = requestedRevision(request.headers['x-authz-min-revision']);
    if (asked === null) throw this.refusals.wrongRevision();
    const rev = Math.max(claims.revision, asked);
    if (this.knowledge.isGood(rules.maxStalenessMs, rev)) return this.authorize(passage, claims);
    return this.orUnknowable(passage, () => this.ask(passage, claims, rev));
  }

  /** From memory. */
  private authorize(passage: Passage, claims: TokenClaims): true {
    const teamId = this.enter(passage, claims, false);
    const wishes = wishesIn(passage.rules, teamId);
    const decisions = wishes.map((wish) => this.decisions.decide(claims, wish));
    return this.conclude(passage, claims, wishes, decisions);
  }

  /** By the auth service; what it cannot be asked for in a decision is read from it first. */
  private async ask(passage: Passage, claims: TokenClaims, rev: number): Promise<true> {
    const { rules } = passage;
    if (rules.maxStalenessMs > 0 && this.knowledge.ageMs <= rules.maxStalenessMs) {
      await this.knowledge.reached(rev, REVISION_WAIT_MS);
      if (this.knowledge.isGood(rules.maxStalenessMs, rev)) return this.authorize(passage, claims);
    }
    if (this.mustKnow(rules)) {
      await this.catchUp.execute();
      this.assertLive(passage, claims);
    }
    const teamId = this.enter(passage, claims, true);
    const wishes = wishesIn(rules, teamId);
    return this.conclude(passage, claims, wishes, await this.decisions.ask(claims, wishes));
  }

  /** Whether more is needed than the auth service decides: sessions while it is not followed, teams, what is visible. */
  private mustKnow({ wishes, team, isScoped, maxStalenessMs }: RouteRules): boolean {
    const isLost = this.knowledge.ageMs > (maxStalenessMs || this.settings.maxStalenessMs);
    return isLost || wishes.length === 0 || team !== undefined || isScoped;
  }

  /**
   * Notes who it is, and that they are in the team of the path.
   *
   * @returns the team's id, where the path names one
   */
  private enter(passage: Passage, claims: TokenClaims, isAsked: boolean) {
    const { context, request, rules } = passage;
    const user = new AuthenticatedUser(claims, this, isAsked ? this.askerFor(passage, claims) : null);
    if (rules.wishes.length === 0 && !user.isActive) throw this.refusals.unauthenticated(context, true);
    request.user = user;
    if (rules.team === undefined) return undefined;
    const teamId = request.params?.[rules.team];
    if (teamId === undefined || !user.isMemberOf(teamId))
      throw this.refusals.forbidden('to be a member of the team');
    return teamId;
  }

  private askerFor(passage: Passage, claims: TokenClaims): AskService {
    return (wish) => this.orUnknowable(passage, () => this.decisions.askOne(claims, wish));
  }

  private conclude(
    { context, rules }: Passage,
    claims: TokenClaims,
    wishes: readonly Wish[],
    decisions: readonly Decision[],
  ): true {
    if (isEnough(rules, decisions)) return true;
    if (decisions.some((decision) => !decision.allowed && decision.reason === 'inactive'))
      throw this.refusals.unauthenticated(context, true);
    if (this.wantsSecondFactor(rules, claims, wishes))
      throw this.refusals.tooWeak(context, { level: 'aal2' });
    throw this.refusals.forbidden(neededFor(rules));
  }

  /** Whether a second factor is all that is missing: a role of theirs asks for one. */
  private wantsSecondFactor(
    rules: RouteRules,
    { userId, level }: TokenClaims,
    wishes: readonly Wish[],
  ): boolean {
    const wouldDo = (at: AssuranceLevel) =>
      isEnough(
        rules,
        wishes.map((wish) => this.decisions.preview({ userId, level: at }, wish)),
      );
    return level === 'aal1' && wouldDo('aal2') && !wouldDo('aal1');
  }

  private assertLive({ context }: Passage, { sessionId }: TokenClaims): void {
    if (this.knowledge.endedSessions.has(sessionId)) throw this.refusals.unauthenticated(context, true);
  }

  private assertStrong(
    context: ExecutionContext,
    demand: Required<StepUpDemand>,
    { level, authenticatedAt }: TokenClaims,
  ): void {
    const isRecent = Date.now() / 1000 - authenticatedAt <= demand.maxAgeSeconds;
    if (!isRecent || (demand.level === 'aal2' && level === 'aal1'))
      throw this.refusals.tooWeak(context, demand);
  }

  private async orUnknowable<T>({ context }: Passage, work: () => Promise<T>): Promise<T> {
    try {
      return await within(this.settings.timeoutMs, work());
    } catch (error) {
      throw this.refusals.unknowable(context, error);
    }
  }
}

const wishesIn = ({ wishes }: RouteRules, teamId: string | undefined): readonly Wish[] =>
  teamId === undefined ? wishes : wishes.map((wish) => ({ ...wish, teamId }));

const isEnough = ({ mode, wishes }: RouteRules, decisions: readonly Decision[]): boolean =>
  mode === 'any'
    ? decisions.some(({ allowed }) => allowed)
    : decisions.length === wishes.length && decisions.every(({ allowed }) => allowed);

const neededFor = ({ mode, wishes }: RouteRules): string => {
  const names = wishes.map(({ type, action }) => `${type}:${action}`);
  return `the permission ${names.join(mode === 'any' ? ' or ' : ' and ')}`;
};
