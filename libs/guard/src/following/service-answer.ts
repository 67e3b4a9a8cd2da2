import { ServiceRefusal, ServiceUnreachable } from './service-errors.js';

/** What passes by itself although the service has answered. */
const isPassing = (status: number): boolean => status >= 500 || status === 429 || status === 408;

/**
 * Sends a request and reads its JSON answer.
 *
 * @param what - is asked for, for the message of an error
 * @throws ServiceUnreachable, ServiceRefusal
 */
export async function answerOf<T>(what: string, send: () => Promise<Response>): Promise<T> {
  const response = await responseOf(what, send);
  try {
    return (await response.json()) as T;
  } catch (cause) {
    throw new ServiceUnreachable(what, { cause });
  }
}

/** @throws ServiceUnreachable, ServiceRefusal */
export async function responseOf(what: string, send: () => Promise<Response>): Promise<Response> {
  let response: Response;
  try {
    response = await send();
  } catch (cause) {
    throw new ServiceUnreachable(what, { cause });
  }
  if (response.ok) return response;
  const text = await response.text().catch(() => '');
  if (isPassing(response.status)) throw new ServiceUnreachable(`${what} (${response.status})`);
  throw new ServiceRefusal(response.status, what, detailOf(text));
}

/** What a problem document (RFC 9457) or an OAuth error says. */
function detailOf(text: string): string {
  try {
    const { detail, title, error_description: description } = JSON.parse(text) as Record<string, unknown>;
    const said = detail ?? description ?? title;
    return typeof said === 'string' ? said : '';
  } catch {
    return '';
  }
}
