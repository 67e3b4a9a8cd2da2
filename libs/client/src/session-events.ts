import type { Session, Tokens } from './tokens.js';

/** `requested`: by `logout()` here; `ended`: the service refused the refresh token; `elsewhere`: by another tab or client. */
export type LogoutReason = 'requested' | 'ended' | 'elsewhere';

type ChangeListener = (session: Session | null) => void;
type LogoutListener = (reason: LogoutReason) => void;

/** Knows what the store held last, and tells the listeners of what is different now. */
export class SessionEvents {
  private known: Tokens | null = null;
  private readonly onChange = new Set<ChangeListener>();
  private readonly onLogout = new Set<LogoutListener>();

  /** @returns what ends it */
  addChangeListener(listener: ChangeListener): () => void {
    this.onChange.add(listener);
    return () => void this.onChange.delete(listener);
  }

  /** @returns what ends it */
  addLogoutListener(listener: LogoutListener): () => void {
    this.onLogout.add(listener);
    return () => void this.onLogout.delete(listener);
  }

  /** Listeners are called apart, so that what they throw is theirs. */
  note(tokens: Tokens | null, reason: LogoutReason = 'elsewhere'): void {
    if (tokens?.accessToken === this.known?.accessToken) return;
    this.known = tokens;
    const session = tokens && sessionOf(tokens);
    for (const listener of this.onChange) queueMicrotask(() => listener(session));
    if (tokens !== null) return;
    for (const listener of this.onLogout) queueMicrotask(() => listener(reason));
  }
}

/** Without the secrets. */
export function sessionOf({ sessionId, expiresAt }: Tokens): Session {
  return { sessionId, expiresAt };
}
