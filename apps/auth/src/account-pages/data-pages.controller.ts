import { Body, Get, Post } from '@nestjs/common';
import { CurrentPrincipal, type Principal, RequirePermission } from '../core/access/index.js';
import { SessionCookie } from '../core/http/index.js';
import { CloseAccount, ExportOwnData } from '../modules/account/index.js';
import { ACCOUNT_PATH } from './http/account-path.js';
import { AccountPages } from './http/account-pages.decorator.js';
import { answerForm, readForm } from './http/form.js';
import { CloseAccountForm } from './http/forms.dto.js';
import { type Answer, Download, Redirect } from './http/page.js';
import { dataPage } from './pages/data.page.js';

/** A copy of one's data, and closing the account. */
@AccountPages()
export class DataPagesController {
  constructor(
    private readonly exportOwnData: ExportOwnData,
    private readonly closeAccount: CloseAccount,
    private readonly cookie: SessionCookie,
  ) {}

  @Get('data')
  @RequirePermission('own_profile:read')
  show(): Answer {
    return dataPage();
  }

  @Get('data/export')
  @RequirePermission('own_profile:read')
  async export(@CurrentPrincipal() { userId }: Principal): Promise<Answer> {
    const copy = JSON.stringify(await this.exportOwnData.execute(userId), null, 2);
    return new Download('my-data.json', 'application/json; charset=utf-8', copy);
  }

  @Post('data/close')
  @RequirePermission('own_profile:update')
  close(@CurrentPrincipal() { userId }: Principal, @Body() body: unknown): Promise<Answer> {
    return answerForm(
      async () => {
        await this.closeAccount.execute(userId, (await readForm(CloseAccountForm, body)).password);
        return new Redirect(`${ACCOUNT_PATH}/login?done=account-closed`, [this.cookie.remove()]);
      },
      body,
      dataPage,
    );
  }
}
