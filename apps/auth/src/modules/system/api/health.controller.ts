import { Controller, Get, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Public } from '../../../core/access/index.js';
import { CheckReadiness } from '../domain/queries/check-readiness.js';
import type { LivenessResponse, ReadinessResponse } from './system.dto.js';

@ApiTags('system')
@Controller('auth/health')
export class HealthController {
  constructor(private readonly checkReadiness: CheckReadiness) {}

  /** Whether the process is alive. */
  @Get('live')
  @Public()
  live(): LivenessResponse {
    return { status: 'ok' };
  }

  /** Whether the service can do its work; 503 while it can't. */
  @Get('ready')
  @Public()
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<ReadinessResponse> {
    const readiness = await this.checkReadiness.execute();
    if (!readiness.ready) reply.status(503).header('retry-after', '1');
    return readiness;
  }
}
