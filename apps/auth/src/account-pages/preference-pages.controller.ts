import { Body, Post } from '@nestjs/common';
import { Public } from '../core/access/index.js';
import { type AppConfig, InjectConfig } from '../core/config/index.js';
import { PreferenceCookies } from '../words/index.js';
import { AccountPages } from './http/account-pages.decorator.js';
import { type Answer, Redirect } from './http/page.js';
import { returnPath } from './http/return-path.js';

/** In which language the pages speak: kept by the browser, for the panel too. */
@AccountPages()
export class PreferencePagesController {
  private readonly preferences: PreferenceCookies;

  constructor(@InjectConfig() { publicUrl }: AppConfig) {
    this.preferences = new PreferenceCookies(publicUrl);
  }

  @Post('language')
  @Public()
  choose(@Body() body: { language?: unknown; returnTo?: unknown } | undefined): Answer {
    const { language, returnTo } = body ?? {};
    const path = returnPath(typeof returnTo === 'string' ? returnTo : undefined);
    return new Redirect(path, this.preferences.keep({ language }));
  }
}
