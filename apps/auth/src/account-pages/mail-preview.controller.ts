import { Get, Query } from '@nestjs/common';
import { Public } from '../core/access/index.js';
import { type AppConfig, InjectConfig } from '../core/config/index.js';
import { assertThat } from '../core/errors/index.js';
import { MailKinds, MailTemplates } from '../core/mail/index.js';
import { AccountPages } from './http/account-pages.decorator.js';
import type { Answer } from './http/page.js';
import { mailPreviewPage } from './pages/mail-preview.page.js';

/** What the mails look like, for whoever writes templates. In development alone. */
@AccountPages()
export class MailPreviewController {
  constructor(
    @InjectConfig() private readonly config: AppConfig,
    private readonly kinds: MailKinds,
    private readonly templates: MailTemplates,
  ) {}

  @Get('mail-preview')
  @Public()
  show(@Query('kind') wanted?: unknown, @Query('language') language: unknown = 'en'): Answer {
    assertThat(!this.config.isProduction, 'not_found');
    const kinds = this.kinds.all();
    const kind = kinds.find(({ name }) => name === wanted) ?? kinds[0];
    const languages = this.templates.languages();
    const shown = languages.find((known) => known === language) ?? 'en';
    assertThat(kind !== undefined, 'not_found');
    return mailPreviewPage({
      kinds: kinds.map(({ name }) => name),
      languages,
      kind: kind.name,
      language: shown,
      mail: this.templates.render(kind.name, shown, kind.sample),
    });
  }
}
