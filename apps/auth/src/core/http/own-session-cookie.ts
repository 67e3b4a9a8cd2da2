import { Injectable } from '@nestjs/common';
import { type AppConfig, InjectConfig } from '../config/index.js';
import { HostCookie } from './host-cookie.js';

/** Keeps an administrator's own session aside while the browser acts in somebody else's name. */
@Injectable()
export class OwnSessionCookie extends HostCookie {
  constructor(@InjectConfig() { publicUrl, panelSessionSeconds }: AppConfig) {
    super(publicUrl, 'auth-own-session', panelSessionSeconds);
  }
}
