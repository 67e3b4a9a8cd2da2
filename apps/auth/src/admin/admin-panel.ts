import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type AppConfig, InjectConfig } from '../core/config/index.js';
import { RequestContext } from '../core/context/index.js';
import { SessionCookie } from '../core/http/index.js';
import { LoginCookies } from '../modules/auth/index.js';
import { RecordAuditEvent } from '../modules/audit/index.js';
import { AppLogger } from '../core/telemetry/index.js';
import { createPanel } from './adminjs/create-panel.js';
import type { PanelAdmin } from './adminjs/panel-admin.js';
import { PANEL_PATH } from './adminjs/panel-paths.js';
import { panelScope } from './http/panel-scope.js';
import { PanelImpersonation } from './panel-impersonation.js';
import { PanelLogin } from './panel-login.js';
import { panelPages } from './pages/index.js';
import { panelResources } from './resources/index.js';
import { DEFAULT_LANGUAGE, PreferenceCookies } from '../words/index.js';

/** Puts the panel into the server. */
@Injectable()
export class AdminPanel {
  constructor(
    @InjectConfig() private readonly config: AppConfig,
    private readonly context: RequestContext,
    private readonly logger: AppLogger,
    private readonly login: PanelLogin,
    private readonly impersonation: PanelImpersonation,
    private readonly loginCookies: LoginCookies,
    private readonly cookie: SessionCookie,
    private readonly audit: RecordAuditEvent,
    private readonly modules: ModuleRef,
  ) {}

  /** Who sends this request from a browser that is logged in to the panel; null for nobody. */
  async visitor(request: FastifyRequest): Promise<PanelAdmin | null> {
    const secret = this.cookie.read(request.headers.cookie);
    return secret === undefined ? null : this.login.recognise(secret, DEFAULT_LANGUAGE);
  }

  /** To be called before the server is ready, after the hooks that open the request's context. */
  async register(fastify: FastifyInstance): Promise<void> {
    const { productName, publicUrl } = this.config;
    const resources = panelResources.map((resource) => this.modules.get(resource).describe());
    const pages = panelPages.map((page) => this.modules.get(page).describe());
    const options = {
      parts: { panel: createPanel(resources, pages, productName), resources, pages },
      productName,
      preferences: new PreferenceCookies(publicUrl),
      access: this.login,
      impersonation: this.impersonation,
      cookie: this.cookie,
      loginCookies: this.loginCookies,
      mayRemember: this.config.rememberedDeviceDays > 0,
      origin: publicUrl,
      requestId: () => this.context.requestId,
      logFault: (error: Error) =>
        this.logger.error(
          { err: error.cause ?? error, requestId: this.context.requestId },
          'panel request failed',
        ),
      recordDenial: (what: string) =>
        this.audit.execute({
          action: 'access.denied',
          outcome: 'denied',
          subjectType: 'panel',
          subjectId: what,
        }),
    };
    await fastify.register((scope) => panelScope(scope, options), { prefix: PANEL_PATH });
  }
}
