import { Injectable } from '@nestjs/common';
import { OwnSessionCookie, SessionCookie } from '../../../core/http/index.js';
import {
  EndSession,
  FindLiveSession,
  type ReturnedToOwnSession,
  ReturnToOwnSession,
} from '../../session/index.js';

/**
 * The cookies of a browser that acts in somebody else's name: its session is the other's, and the administrator's own is
 * kept aside. Only the two together lead back.
 */
@Injectable()
export class ImpersonationCookies {
  constructor(
    private readonly session: SessionCookie,
    private readonly own: OwnSessionCookie,
    private readonly returnToOwnSession: ReturnToOwnSession,
    private readonly findLiveSession: FindLiveSession,
    private readonly endSession: EndSession,
  ) {}

  /**
   * Set-Cookie headers with which it begins.
   *
   * @param header - the request's Cookie header, with the administrator's own session
   * @param cookieSecret - of the session in the other's name
   */
  begin(header: string | undefined, cookieSecret: string): string[] {
    return [this.session.keep(cookieSecret), this.own.keep(this.session.read(header) ?? '')];
  }

  /**
   * Ends it, and goes back to the administrator's own session.
   *
   * @returns Set-Cookie headers, and in whose name the browser has acted; null when there is no way back
   */
  async end(
    header: string | undefined,
  ): Promise<(ReturnedToOwnSession & { readonly headers: readonly string[] }) | null> {
    const [impersonation = '', own = ''] = [this.session.read(header), this.own.read(header)];
    const returned = await this.returnToOwnSession.execute(impersonation, own);
    if (returned === null) return null;
    const { cookieSecret } = returned;
    const session = cookieSecret === null ? this.session.remove() : this.session.keep(cookieSecret);
    return { ...returned, headers: [session, this.own.remove()] };
  }

  /** Whether there is a way back. */
  async hasWayBack(header: string | undefined): Promise<boolean> {
    const [impersonation, own] = [this.session.read(header), this.own.read(header)];
    if (impersonation === undefined || own === undefined) return false;
    return this.returnToOwnSession.isPossible(impersonation, own);
  }

  /**
   * Whoever was kept aside is out, because somebody logs in or out here.
   *
   * @returns Set-Cookie headers that forget it
   */
  async dismiss(header: string | undefined): Promise<string[]> {
    const own = this.own.read(header);
    if (own === undefined) return [];
    const session = await this.findLiveSession.byCookieSecret(own);
    if (session !== null) await this.endSession.execute(session.id, 'logout');
    return [this.own.remove()];
  }
}
