import { Injectable } from '@nestjs/common';
import { decodeCursor, type Page, toPage } from '../../../../core/http/page.js';
import { type MailListQuery, MailLog, type MailView } from '../../../../core/mail/index.js';

const SORT = '-id';

/** Lists mails, the newest first: to whom, of which kind and what became of them. */
@Injectable()
export class ListMails {
  constructor(private readonly mails: MailLog) {}

  /** @throws AppError `invalid_cursor` */
  async execute(query: MailListQuery & { readonly cursor?: string }): Promise<Page<MailView>> {
    const after = query.cursor === undefined ? null : decodeCursor(SORT, query.cursor);
    const rows = await this.mails.list(query, after?.id ?? null);
    return toPage(rows, query.limit, SORT, ({ id }) => ({ value: null, id }));
  }
}
