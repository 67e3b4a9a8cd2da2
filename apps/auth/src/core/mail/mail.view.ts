import type { FailureCode } from '../errors/index.js';

/** What became of a mail. */
export const mailStatuses = ['waiting', 'sent', 'failed', 'cancelled', 'not_needed'] as const;
export type MailStatus = (typeof mailStatuses)[number];

/** A mail as operators see it: to whom, of which kind and what became of it, never what it said. */
export interface MailView {
  readonly id: string;
  readonly recipient: string;
  /** Also the name of its templates. */
  readonly kind: string;
  readonly status: MailStatus;
  readonly attempts: number;
  readonly createdAt: Date;
  /** When it is tried next; null unless it waits. */
  readonly dueAt: Date | null;
  readonly lastTriedAt: Date | null;
  readonly sentAt: Date | null;
  /** Of the last attempt that failed. */
  readonly errorCode: FailureCode | null;
  readonly error: string | null;
}

/** Which mails are wanted. */
export interface MailListQuery {
  readonly limit: number;
  /** Part of an address. */
  readonly search?: string;
  readonly status?: MailStatus;
}
