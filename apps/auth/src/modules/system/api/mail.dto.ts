import { IsIn, IsString, MaxLength } from 'class-validator';
import type { FailureCode } from '../../../core/errors/index.js';
import { IfPresent } from '../../../core/http/index.js';
import { PageQuery } from '../../../core/http/page.dto.js';
import { type MailStatus, mailStatuses } from '../../../core/mail/index.js';

/** Which mails are wanted. */
export class MailQuery extends PageQuery {
  /** Part of the address. */
  @IfPresent()
  @IsString()
  @MaxLength(254)
  search?: string;

  @IfPresent()
  @IsIn(mailStatuses)
  status?: MailStatus;
}

/** A mail, without what it says. */
export class MailResponse {
  id!: string;
  recipient!: string;
  /** Also the name of its templates. */
  kind!: string;
  /** `failed`: it could not be sent for a day. `cancelled`: somebody gave it up. `not_needed`: nothing was left to say. */
  status!: MailStatus;
  attempts!: number;
  createdAt!: Date;
  /** When it is tried next; null unless it waits. */
  dueAt!: Date | null;
  lastTriedAt!: Date | null;
  sentAt!: Date | null;
  /** Why the last attempt failed. */
  errorCode!: FailureCode | null;
  error!: string | null;
}

/** A page of mails. */
export class MailPage {
  items!: MailResponse[];
  /** Where the next page begins; null on the last one. */
  nextCursor!: string | null;
}
