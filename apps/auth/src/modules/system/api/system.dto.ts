import { IsIn } from 'class-validator';
import { type LogLevel, logLevels } from '../../../core/telemetry/index.js';

/** The process is alive. */
export class LivenessResponse {
  status!: 'ok';
}

/** Whether the service can do its work. */
export class ReadinessResponse {
  ready!: boolean;
  database!: 'up' | 'down';
  /** `down`: nothing is remembered and requests are slower; the service still works. */
  invalidation!: 'up' | 'down';
}

/** The least severity that is logged. */
export class LogLevelBody {
  @IsIn(logLevels)
  level!: LogLevel;
}
