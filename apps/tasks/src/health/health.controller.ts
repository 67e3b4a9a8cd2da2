import { Controller, Get, ServiceUnavailableException } from '@nestjs/common';
import { AuthGuardHealth, Public } from '@auth-service/guard';
import { DatabaseHealth } from '../database/database-health.js';

/** Tells a load balancer whether this instance can work. */
@Controller('health')
export class HealthController {
  constructor(
    private readonly authGuard: AuthGuardHealth,
    private readonly database: DatabaseHealth,
  ) {}

  /** 503 while the database does not answer, or while decisions are not made from memory. */
  @Get()
  @Public()
  async check(): Promise<object> {
    const isDatabaseUp = await this.database.isUp();
    const { auth } = this.authGuard.isHealthy('auth');
    const result = { database: isDatabaseUp ? 'up' : 'down', auth };
    if (!isDatabaseUp || auth.status === 'down') throw new ServiceUnavailableException(result);
    return result;
  }
}
