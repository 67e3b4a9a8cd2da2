import { Injectable } from '@nestjs/common';
import { DeviceCookie, SessionCookie } from '../../../core/http/index.js';
import type { BrowserLogin } from '../domain/token-set.js';

/** The cookies of a login with a browser: of the session, and of the device. */
@Injectable()
export class LoginCookies {
  constructor(
    private readonly session: SessionCookie,
    private readonly device: DeviceCookie,
  ) {}

  /** Set-Cookie headers that keep a login. */
  keep({ cookieSecret, deviceToken }: BrowserLogin): [string, string] {
    return [this.session.keep(cookieSecret), this.device.keep(deviceToken)];
  }

  /** The device token in a request's Cookie header. */
  deviceToken(header: string | undefined): string | undefined {
    return this.device.read(header);
  }
}
