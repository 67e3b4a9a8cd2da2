import { Injectable } from '@nestjs/common';
import { type AppConfig, InjectConfig } from '../config/index.js';
import { HostCookie } from './host-cookie.js';

/** 400 days: browsers keep none longer (RFC 6265bis, section 5.6.1). */
const LIFE_SECONDS = 400 * 86_400;

/** The cookie by which a browser is known when somebody logs in. It outlives the logins. */
@Injectable()
export class DeviceCookie extends HostCookie {
  constructor(@InjectConfig() { publicUrl }: AppConfig) {
    super(publicUrl, 'auth-device', LIFE_SECONDS);
  }
}
