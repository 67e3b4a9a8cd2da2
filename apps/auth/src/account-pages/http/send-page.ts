import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { mergeMap, type Observable } from 'rxjs';
import { type AuthenticatedRequest } from '../../core/access/index.js';
import { type AppConfig, InjectConfig } from '../../core/config/index.js';
import { type Html, htmlPage, PAGE_POLICY } from '../../core/http/index.js';
import { GetUser } from '../../modules/user/index.js';
import { PreferenceCookies, sayLanguage } from '../../words/index.js';
import { impersonationBanner } from '../pages/impersonation-banner.js';
import { type Answer, Data, Download, Page, Script } from './page.js';

const SCRIPTED_POLICY = `${PAGE_POLICY}; script-src 'self'; connect-src 'self'`;

/** Sends what the handlers of pages answer, in the language and colours of the browser. */
@Injectable()
export class SendPage implements NestInterceptor<Answer, string> {
  private readonly preferences: PreferenceCookies;

  constructor(
    @InjectConfig() private readonly config: AppConfig,
    private readonly getUser: GetUser,
  ) {
    this.preferences = new PreferenceCookies(config.publicUrl);
  }

  intercept(context: ExecutionContext, next: CallHandler<Answer>): Observable<string> {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(mergeMap((answer) => this.prepare(reply, answer)));
  }

  /** Sets status and headers, and gives the body. */
  async prepare(reply: FastifyReply, answer: Answer): Promise<string> {
    if (answer instanceof Page) return this.page(reply, answer);
    if (answer instanceof Download) {
      const disposition = `attachment; filename="${answer.name}"`;
      reply.type(answer.mediaType).header('content-disposition', disposition);
      return answer.body;
    }
    if (answer instanceof Data) {
      reply.type('application/json; charset=utf-8');
      return JSON.stringify(answer.value);
    }
    if (answer instanceof Script) {
      reply.type('text/javascript; charset=utf-8').header('cache-control', 'public, max-age=300');
      return answer.text;
    }
    keep(reply, answer.cookies);
    reply.status(303).header('location', answer.path);
    return '';
  }

  private async page(reply: FastifyReply, page: Page): Promise<string> {
    const { status = 200, wide = false, scripted = false, cookies = [] } = page.options;
    const { headers } = reply.request;
    const { language, scheme } = this.preferences.read(headers.cookie, headers['accept-language']);
    keep(reply, cookies);
    sayLanguage(reply.status(status).type('text/html; charset=utf-8'), language).headers({
      'content-security-policy': scripted ? SCRIPTED_POLICY : PAGE_POLICY,
      // Forms need an origin, which `no-referrer` takes away; a token in an address goes nowhere else.
      'referrer-policy': 'same-origin',
    });
    const { title, content } = page.in(language);
    const banner = await this.banner(reply.request as AuthenticatedRequest, language);
    const look = { product: this.config.productName, wide, language, scheme };
    return htmlPage(title, content, { ...look, ...(banner && { banner }) });
  }

  /** On every page of somebody in whose name another acts. */
  private async banner({ principal }: AuthenticatedRequest, language: string): Promise<Html | null> {
    if (principal?.impersonator === undefined) return null;
    const [person, impersonator] = await Promise.all(
      [principal.userId, principal.impersonator.userId].map((id) => this.getUser.execute(id)),
    );
    return impersonationBanner(language, person?.email ?? '', impersonator?.email ?? '');
  }
}

function keep(reply: FastifyReply, cookies: readonly string[]): void {
  if (cookies.length > 0) reply.header('set-cookie', [...cookies]);
}
