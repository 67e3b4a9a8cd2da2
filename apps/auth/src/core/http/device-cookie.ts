import { Injectable } from '@nestjs/common';
import { type AppConfig, InjectConfig } from '../config/index.js';
import { HostCookie } from './host-cookie.js';

const DAY_SECONDS = 86_400;

/** The cookie by which a browser is remembered: no second factor is asked for there. */
@Injectable()
export class DeviceCookie extends HostCookie {
  constructor(@InjectConfig() { publicUrl, rememberedDeviceDays }: AppConfig) {
    super(publicUrl, 'auth-device', rememberedDeviceDays * DAY_SECONDS);
  }
}
