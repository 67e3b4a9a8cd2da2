import { Injectable } from '@nestjs/common';
import { AppLogger, type LogLevel } from '../../../../core/telemetry/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';

/** Changes the least severity that is logged: at once, on this instance, until it is started again. */
@Injectable()
export class ChangeLogLevel {
  constructor(
    private readonly logger: AppLogger,
    private readonly audit: RecordAuditEvent,
  ) {}

  async execute(level: LogLevel): Promise<void> {
    const before = this.logger.level;
    this.logger.level = level;
    await this.audit.execute({
      action: 'log_level.changed',
      subjectType: 'system',
      subjectId: null,
      before,
      after: level,
    });
  }
}
