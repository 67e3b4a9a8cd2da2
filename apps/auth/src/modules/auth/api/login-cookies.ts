import { Injectable } from '@nestjs/common';
import { DeviceCookie, OwnSessionCookie, SessionCookie } from '../../../core/http/index.js';
import type { BrowserLogin } from '../domain/token-set.js';

/** The cookies of a login with a browser: of the session, and of the device. */
@Injectable()
export class LoginCookies {
  constructor(
    private readonly session: SessionCookie,
    private readonly device: DeviceCookie,
    private readonly own: OwnSessionCookie,
  ) {}

  /** Set-Cookie headers that keep a login. Whoever was kept aside here, acting in somebody else's name, is not any more. */
  keep({ cookieSecret, deviceToken }: BrowserLogin): string[] {
    return [this.session.keep(cookieSecret), this.device.keep(deviceToken), this.own.remove()];
  }

  /** The device token in a request's Cookie header. */
  deviceToken(header: string | undefined): string | undefined {
    return this.device.read(header);
  }
}
