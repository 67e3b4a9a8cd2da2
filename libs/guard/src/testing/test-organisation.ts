import type { PermissionName } from '@auth-service/authorization';
import type { DynamicModule } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { AUTH_GUARD_OPTIONS, AuthGuardModule } from '../module/auth-guard.module.js';
import type { AuthGuardOptions } from '../module/auth-guard-options.js';
import { GUARD_FETCH } from '../module/guard-fetch.js';
import { GuardSettings } from '../module/guard-settings.js';
import {
  type TestGroup,
  TestRecords,
  type TestRole,
  type TestTeam,
  type TestUser,
  type TestUserOptions,
} from './test-records.js';
import { TestService } from './test-service.js';
import { type TestLogin, TestTokens } from './test-tokens.js';

const ISSUER = 'https://auth.example.test/auth';
const AUDIENCE = 'https://auth.example.test';

/** As much of the `TestingModuleBuilder` of @nestjs/testing as is needed, which is yours. */
export interface TestingBuilder<Self> {
  overrideProvider(token: unknown): {
    useFactory(options: { factory(options: AuthGuardOptions): unknown; inject: unknown[] }): Self;
    useValue(value: unknown): Self;
  };
}

/**
 * An organisation with its roles, teams, groups and people, in the place of the auth service. Whatever is changed reaches
 * the guard as it would from there.
 *
 * @example
 * ```ts
 * const organisation = new TestOrganisation();
 * const ann = organisation.user('Ann', { permissions: ['deal:read'] });
 * const module = await organisation.install(Test.createTestingModule({ imports: [AppModule] })).compile();
 * const app = await module.createNestApplication().init();
 * await expectAllowed(request(app.getHttpServer()).get('/deals').set(await organisation.headers(ann)));
 * ```
 */
export class TestOrganisation {
  private readonly records = new TestRecords();
  private readonly tokens = new TestTokens(ISSUER, AUDIENCE);
  private readonly service = new TestService(this.records, this.tokens);

  /** Makes a role. */
  role(
    name: string,
    permissions: readonly PermissionName[],
    { requiresSecondFactor = false }: { readonly requiresSecondFactor?: boolean } = {},
  ): TestRole {
    return this.changed(this.records.addRole(name, permissions, requiresSecondFactor));
  }

  /** Makes a team; the roles that it carries hold for resources of the team. */
  team(name: string, { roles = [] }: { readonly roles?: readonly TestRole[] } = {}): TestTeam {
    return this.changed(this.records.addTeam(name, roles));
  }

  /** Makes a visibility group, at the top or below another. */
  group(name: string, options: { readonly parent?: TestGroup } = {}): TestGroup {
    return this.changed(this.records.addGroup(name, options));
  }

  /** Takes somebody in. */
  user(name: string, options: TestUserOptions = {}): TestUser {
    const user = { id: randomUUID(), name };
    this.records.setUser(user.id, options);
    return this.changed(user);
  }

  /** Gives somebody other roles, permissions, teams and groups instead of those that they had. */
  change({ id }: TestUser, options: TestUserOptions): void {
    this.records.setUser(id, options);
    this.service.changed();
  }

  /** Disables somebody: they may do nothing and see nothing. */
  disable({ id }: TestUser): void {
    this.records.disableUser(id);
    this.service.changed();
  }

  /** Ends a session: its access tokens are refused. */
  endSession(sessionId: string): void {
    this.service.endSession(sessionId);
  }

  /** Plays that the auth service cannot be reached, until {@link goOnline}. */
  goOffline(): void {
    this.service.isReachable = false;
    this.service.breakStreams();
  }

  /** It can be reached again. */
  goOnline(): void {
    this.service.isReachable = true;
  }

  /** An access token of somebody who has just logged in. */
  token(user: TestUser, login: TestLogin = {}): Promise<string> {
    return this.tokens.issue(user, this.service.rev, login);
  }

  /** The headers of a request of somebody who has just logged in. */
  async headers(user: TestUser, login: TestLogin = {}): Promise<{ authorization: string }> {
    return { authorization: `Bearer ${await this.token(user, login)}` };
  }

  /** Puts the organisation into the place of the auth service of an application that imports {@link AuthGuardModule}. */
  install<Builder extends TestingBuilder<Builder>>(builder: Builder): Builder {
    return builder
      .overrideProvider(GuardSettings)
      .useFactory({
        factory: (options: AuthGuardOptions) => new GuardSettings(this.optionsOver(options)),
        inject: [AUTH_GUARD_OPTIONS],
      })
      .overrideProvider(GUARD_FETCH)
      .useValue(this.service.fetch);
  }

  /** The guard with this organisation, for tests of a part of an application. */
  module(options: Partial<AuthGuardOptions> = {}): DynamicModule {
    const module = AuthGuardModule.forRoot(this.optionsOver(options));
    const fetch = { provide: GUARD_FETCH, useValue: this.service.fetch };
    return { ...module, providers: [...(module.providers ?? []), fetch] };
  }

  private optionsOver({ url: _, ...options }: Partial<AuthGuardOptions>): AuthGuardOptions {
    const service = { service: 'test', ...options };
    return { ...service, issuer: ISSUER, audience: AUDIENCE, clientId: 'test', clientSecret: 'test' };
  }

  private changed<T>(result: T): T {
    this.service.changed();
    return result;
  }
}
