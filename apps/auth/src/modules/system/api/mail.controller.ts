import { Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RequirePermission } from '../../../core/access/index.js';
import { UuidParam } from '../../../core/http/index.js';
import { CancelMail } from '../domain/commands/cancel-mail.js';
import { SendMailAgain } from '../domain/commands/send-mail-again.js';
import { GetMail } from '../domain/queries/get-mail.js';
import { ListMails } from '../domain/queries/list-mails.js';
import { type MailPage, MailQuery, type MailResponse } from './mail.dto.js';

@ApiTags('system')
@Controller('auth/v1/mails')
export class MailController {
  constructor(
    private readonly listMails: ListMails,
    private readonly getMail: GetMail,
    private readonly sendMailAgain: SendMailAgain,
    private readonly cancelMail: CancelMail,
  ) {}

  /** List mails, the newest first: to whom and what became of them, never what they say. */
  @Get()
  @RequirePermission('mail:read')
  list(@Query() query: MailQuery): Promise<MailPage> {
    return this.listMails.execute(query) as Promise<MailPage>;
  }

  /** Read what became of one mail. */
  @Get(':id')
  @RequirePermission('mail:read')
  find(@UuidParam() id: string): Promise<MailResponse> {
    return this.getMail.execute(id);
  }

  /** Try a mail at once that waits, was given up or cancelled. */
  @Post(':id/send-again')
  @HttpCode(202)
  @RequirePermission('mail:send_again')
  sendAgain(@UuidParam() id: string): Promise<void> {
    return this.sendMailAgain.execute(id);
  }

  /** Give a mail up that waits or has failed. */
  @Post(':id/cancel')
  @HttpCode(204)
  @RequirePermission('mail:cancel')
  cancel(@UuidParam() id: string): Promise<void> {
    return this.cancelMail.execute(id);
  }
}
