import { Injectable } from '@nestjs/common';
import { type AppConfig, InjectConfig } from '../config/index.js';
import { HostCookie } from './host-cookie.js';

/** The cookie of a browser session, one for the panel and our own pages. */
@Injectable()
export class SessionCookie extends HostCookie {
  constructor(@InjectConfig() { publicUrl, panelSessionSeconds }: AppConfig) {
    super(publicUrl, 'auth-session', panelSessionSeconds);
  }
}
