import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../../../core/access/index.js';
import { type AppConfig, InjectConfig } from '../../../core/config/index.js';
import { AppError } from '../../../core/errors/index.js';
import { assertSameOrigin, PAGE_POLICY } from '../../../core/http/index.js';
import { LiveSettings } from '../../../core/settings/index.js';
import { CreateFirstSuperuser } from '../domain/commands/create-first-superuser.js';
import { IsSetupOpen } from '../domain/queries/is-setup-open.js';
import { SetupQuery, SetupRequest } from './setup.dto.js';
import { setupClosedPage, setupDonePage, setupPage } from './setup.pages.js';

/** Pages for the one-time link. Looking at the link never uses it up. */
@ApiExcludeController()
@Controller('auth/setup')
export class SetupController {
  constructor(
    @InjectConfig() private readonly config: AppConfig,
    private readonly settings: LiveSettings,
    private readonly isSetupOpen: IsSetupOpen,
    private readonly createFirstSuperuser: CreateFirstSuperuser,
  ) {}

  @Get()
  @Public()
  async form(@Query() { token }: SetupQuery, @Res() reply: FastifyReply): Promise<void> {
    if (await this.isSetupOpen.execute(token))
      return send(reply, 200, setupPage({ token, minLength: this.minLength }));
    return send(reply, 404, setupClosedPage());
  }

  @Post()
  @Public()
  async create(
    @Req() request: FastifyRequest,
    @Body() { token, email, password }: SetupRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    assertSameOrigin(request, this.config.publicUrl);
    try {
      await this.createFirstSuperuser.execute(token, { email, password });
      await send(reply, 201, setupDonePage());
    } catch (error) {
      if (!(error instanceof AppError) || error.status >= 500) throw error;
      if (error.code === 'not_found') return send(reply, 404, setupClosedPage());
      return send(
        reply,
        error.status,
        setupPage({ token, email, error: error.message, minLength: this.minLength }),
      );
    }
  }

  private get minLength(): number {
    return this.settings.values.passwordMinLength;
  }
}

async function send(reply: FastifyReply, status: number, page: string): Promise<void> {
  await reply
    .status(status)
    .headers({
      'content-security-policy': PAGE_POLICY,
      // The form needs an origin, which `no-referrer` takes away; the token in the address goes nowhere else.
      'referrer-policy': 'same-origin',
    })
    .type('text/html; charset=utf-8')
    .send(page);
}
