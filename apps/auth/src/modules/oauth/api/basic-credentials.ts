/** What a client shows of itself. */
export interface ClientCredentials {
  readonly clientId: string;
  readonly clientSecret: string;
}

const BASIC = /^Basic ([A-Za-z0-9+/]+={0,2})$/i;

/**
 * Reads HTTP Basic authentication as OAuth has it: both parts are form-encoded before they are joined (RFC 6749,
 * section 2.3.1).
 *
 * @returns null when there is none, or none that can be read
 */
export function readBasicCredentials(authorization: string | undefined): ClientCredentials | null {
  const encoded = BASIC.exec(authorization ?? '')?.[1];
  if (encoded === undefined) return null;
  const text = Buffer.from(encoded, 'base64').toString();
  const colon = text.indexOf(':');
  if (colon < 1) return null;
  try {
    return { clientId: decode(text.slice(0, colon)), clientSecret: decode(text.slice(colon + 1)) };
  } catch {
    return null;
  }
}

const decode = (text: string): string => decodeURIComponent(text.replaceAll('+', ' '));
