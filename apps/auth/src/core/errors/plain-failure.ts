/** Why something in the background failed, as far as its error tells. Each has plain words in the panel. */
export const failureCodes = [
  'unreachable',
  'timeout',
  'credentials',
  'refused',
  'refused_for_now',
  'database',
  'unexpected',
] as const;
export type FailureCode = (typeof failureCodes)[number];

/** A failure as it may be kept and shown. */
export interface PlainFailure {
  readonly code: FailureCode;
  /** The error's own words, without links and secrets. */
  readonly detail: string;
}

const MAX_LENGTH = 500;
/** A server may repeat what it refuses: addresses, and whatever is as long and strange as a token. */
const SECRETS = [/\bhttps?:\S+/giu, /[\w~+/=-]{24,}/gu];

const UNREACHABLE =
  /ECONNREFUSED|ECONNRESET|ENOTFOUND|EHOSTUNREACH|ENETUNREACH|EDNS|ESOCKET|ECONNECTION|EPIPE/u;
const TIMEOUT = /TIMEDOUT|timeout/iu;
/** A `SQLSTATE` of PostgreSQL. */
const SQL_STATE = /^(?=.*\d)[0-9A-Z]{5}$/u;

interface Told {
  readonly code: string;
  readonly message: string;
  readonly responseCode: number;
}

/** Says in few words why something failed. Keeps no secret of it. */
export function plainFailure(error: unknown): PlainFailure {
  const told = tell(error);
  const detail = SECRETS.reduce((text, secret) => text.replace(secret, '…'), told.message).slice(
    0,
    MAX_LENGTH,
  );
  return { code: codeOf(told), detail };
}

function tell(error: unknown): Told {
  const { code, message, responseCode } = (error ?? {}) as Partial<Record<keyof Told, unknown>>;
  return {
    code: typeof code === 'string' ? code : '',
    message: typeof message === 'string' ? message : String(error),
    responseCode: typeof responseCode === 'number' ? responseCode : 0,
  };
}

function codeOf({ code, message, responseCode }: Told): FailureCode {
  if (code === 'EAUTH') return 'credentials';
  if (responseCode >= 500) return 'refused';
  if (responseCode >= 400) return 'refused_for_now';
  if (TIMEOUT.test(code) || TIMEOUT.test(message)) return 'timeout';
  if (UNREACHABLE.test(code)) return 'unreachable';
  return SQL_STATE.test(code) ? 'database' : 'unexpected';
}
