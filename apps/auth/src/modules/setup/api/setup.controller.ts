import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../../../core/access/index.js';
import { type AppConfig, InjectConfig } from '../../../core/config/index.js';
import { AppError } from '../../../core/errors/index.js';
import { assertSameOrigin, PAGE_POLICY } from '../../../core/http/index.js';
import { LiveSettings } from '../../../core/settings/index.js';
import { PreferenceCookies, sayLanguage } from '../../../words/index.js';
import { CreateFirstSuperuser } from '../domain/commands/create-first-superuser.js';
import { IsSetupOpen } from '../domain/queries/is-setup-open.js';
import { SetupQuery, SetupRequest } from './setup.dto.js';
import { SetupPages } from './setup.pages.js';

/** Pages for the one-time link. Looking at the link never uses it up. */
@ApiExcludeController()
@Controller('auth/setup')
export class SetupController {
  private readonly preferences: PreferenceCookies;

  constructor(
    @InjectConfig() private readonly config: AppConfig,
    private readonly settings: LiveSettings,
    private readonly isSetupOpen: IsSetupOpen,
    private readonly createFirstSuperuser: CreateFirstSuperuser,
  ) {
    this.preferences = new PreferenceCookies(config.publicUrl);
  }

  @Get()
  @Public()
  async form(
    @Query() { token }: SetupQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const answer = this.answer(request, reply);
    const { minLength } = this;
    if (await this.isSetupOpen.execute(token)) await answer(200, (pages) => pages.form({ token, minLength }));
    else await answer(404, (pages) => pages.closed());
  }

  @Post()
  @Public()
  async create(
    @Req() request: FastifyRequest,
    @Body() { token, email, password }: SetupRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    assertSameOrigin(request, this.config.publicUrl);
    const answer = this.answer(request, reply);
    try {
      await this.createFirstSuperuser.execute(token, { email, password });
      await answer(201, (pages) => pages.done());
    } catch (error) {
      if (!(error instanceof AppError) || error.status >= 500) throw error;
      const { minLength } = this;
      if (error.code === 'not_found') await answer(404, (pages) => pages.closed());
      else await answer(error.status, (pages) => pages.form({ token, email, refusal: error, minLength }));
    }
  }

  private get minLength(): number {
    return this.settings.values.passwordMinLength;
  }

  /** Answers with a page in the language of the browser. */
  private answer({ headers }: FastifyRequest, reply: FastifyReply) {
    const preferences = this.preferences.read(headers.cookie, headers['accept-language']);
    return async (status: number, page: (pages: SetupPages) => string): Promise<void> => {
      await sayLanguage(reply, preferences.language)
        .status(status)
        .headers({
          'content-security-policy': PAGE_POLICY,
          // The form needs an origin, which `no-referrer` takes away; the token in the address goes nowhere else.
          'referrer-policy': 'same-origin',
        })
        .type('text/html; charset=utf-8')
        .send(page(new SetupPages(preferences)));
    };
  }
}
