import { Controller, Get, Header, Headers, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Public } from '../../../core/access/index.js';
import { Html, html, htmlPage, PAGE_POLICY } from '../../../core/http/index.js';

const links = {
  panel: '/auth/admin',
  account: '/auth/account',
  documentation: '/auth/mkdocs/',
  apiReference: '/auth/redoc',
  tryTheApi: '/auth/docs',
  openapi: '/auth/openapi.json',
  health: '/auth/health/ready',
};

const labels: Readonly<Record<keyof typeof links, string>> = {
  panel: 'Administration panel',
  account: 'Your account',
  documentation: 'Documentation',
  apiReference: 'API reference',
  tryTheApi: 'Try the API',
  openapi: 'OpenAPI document',
  health: 'Health',
};

const items = Object.entries(links).map(
  ([name, path]) => html`<li><a href="${path}">${labels[name as keyof typeof links]}</a></li>`.text,
);
const page = htmlPage(
  'Welcome',
  html`<h1>Auth Service</h1>
    <p>Authentication and authorisation for your applications.</p>
    <ul>
      ${new Html(items.join(''))}
    </ul>`,
);

/** Names the service and links its parts. */
@ApiExcludeController()
@Controller()
export class RootController {
  @Get()
  @Public()
  @Header('vary', 'accept')
  index(
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): unknown {
    if (accept?.includes('text/html') !== true) return { name: 'Auth Service', links };
    reply.type('text/html; charset=utf-8').header('content-security-policy', PAGE_POLICY);
    return page;
  }
}
