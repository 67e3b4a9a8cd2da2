import type { IncomingHttpHeaders } from 'node:http';
import { AppError } from '../errors/index.js';

/** Says why something is changed. The audit log keeps it. */
export const CHANGE_REASON_HEADER = 'X-Change-Reason';
/** Characters of a reason. */
export const MAX_REASON_LENGTH = 500;

/**
 * The reason that a request gives: UTF-8, percent-encoded (RFC 3986, section 2.1), since a header's value is ASCII.
 *
 * @returns undefined when none is given
 * @throws AppError `invalid_request` for what cannot be decoded, holds control characters or is too long
 */
export function changeReasonOf(headers: IncomingHttpHeaders): string | undefined {
  const sent = headers['x-change-reason'];
  if (sent === undefined) return undefined;
  const text = typeof sent === 'string' ? decoded(sent) : undefined;
  const reason = text === undefined ? undefined : onOneLine(text);
  if (reason === undefined || /\p{Cc}/u.test(reason)) throw refused('must be percent-encoded UTF-8 text');
  if (reason.length > MAX_REASON_LENGTH)
    throw refused(`must be at most ${MAX_REASON_LENGTH} characters long`);
  return reason === '' ? undefined : reason;
}

/** As the audit log keeps a reason: on one line, without room around it. */
export const onOneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

function decoded(sent: string): string | undefined {
  if (!/^[\x20-\x7e]*$/.test(sent)) return undefined;
  try {
    return decodeURIComponent(sent);
  } catch {
    return undefined;
  }
}

const refused = (fault: string): AppError =>
  AppError.forField('invalid_request', CHANGE_REASON_HEADER, `${CHANGE_REASON_HEADER} ${fault}`);
