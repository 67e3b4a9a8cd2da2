import { Global, Module } from '@nestjs/common';
import { AppLogger } from './app-logger.js';

/** Owns the log. */
@Global()
@Module({ providers: [AppLogger], exports: [AppLogger] })
export class TelemetryModule {}
