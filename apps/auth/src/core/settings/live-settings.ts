import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { AsyncResource } from 'node:async_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { InvalidationChannel } from '../cache/index.js';
import {
  type AppConfig,
  camelCase,
  InjectConfig,
  readSetting,
  runTimeSettingNames,
  type RunTimeValues,
} from '../config/index.js';
import { Database } from '../database/index.js';
import { AppLogger } from '../telemetry/index.js';
import type { Setting } from './setting.entity.js';
import { SettingRepository } from './setting.repository.js';

const TOPIC = 'setting';
const RETRY_MS = 1000;

/**
 * The settings that can be changed at run time, as they hold now: the database's value, else the environment's. They are
 * in memory, and read again when some instance changes one.
 */
@Injectable()
export class LiveSettings implements OnModuleInit, OnModuleDestroy {
  /** In force at this moment. Ask again each time rather than keep them. */
  values: RunTimeValues;
  private reading: Promise<void> = Promise.resolve();
  private stopped = false;
  private leadsLog = false;
  /** A change is read by nobody's request, and in nobody's transaction. */
  private readonly inNoRequest = AsyncResource.bind((work: () => void) => work());

  constructor(
    @InjectConfig() private readonly config: AppConfig,
    private readonly settings: SettingRepository,
    private readonly channel: InvalidationChannel,
    private readonly database: Database,
    private readonly logger: AppLogger,
  ) {
    this.values = config;
    channel.subscribe(TOPIC, () => this.inNoRequest(() => void this.reload()));
  }

  async onModuleInit(): Promise<void> {
    await this.reload();
  }

  /** From now on the log level is that of the settings: in a service, not in a command of the command line. */
  start(): void {
    this.leadsLog = true;
    if (this.values.logLevel !== this.config.logLevel) this.logger.level = this.values.logLevel;
  }

  onModuleDestroy(): void {
    this.stopped = true;
  }

  /** Tells every instance that a setting has changed; here it is in force before the caller goes on after the commit. */
  async announce(name: string): Promise<void> {
    await this.channel.announce(TOPIC, [name]);
    await this.database.afterCommit(() => this.reload());
  }

  /** Reads all of them again, one reading after the other. */
  reload(): Promise<void> {
    this.reading = this.reading.then(() => this.read());
    return this.reading;
  }

  /** Never fails: while the database does not answer the values stay, and are read a little later. */
  private async read(): Promise<void> {
    if (this.stopped) return;
    try {
      this.apply(await this.settings.list());
    } catch (err) {
      this.logger.warn({ err }, 'the settings could not be read; they stay as they were');
      void sleep(RETRY_MS, undefined, { ref: false }).then(() => this.reload());
    }
  }

  private apply(stored: readonly Setting[]): void {
    const { logLevel } = this.values;
    this.values = { ...this.config, ...this.overrides(stored) };
    // Not otherwise: the level of this instance alone may have been changed as well.
    if (this.leadsLog && this.values.logLevel !== logLevel) this.logger.level = this.values.logLevel;
  }

  /** What an older or newer version of the service stored may not be right here. */
  private overrides(stored: readonly Setting[]): Partial<RunTimeValues> {
    const byName = new Map(stored.map(({ name, value }) => [name, value]));
    const overrides: [string, unknown][] = [];
    for (const name of runTimeSettingNames) {
      const text = byName.get(name) ?? null;
      if (text === null) continue;
      const read = readSetting(name, text);
      if ('value' in read) overrides.push([camelCase(name), read.value]);
      else
        this.logger.warn(
          { setting: name, fault: read.fault },
          'a stored setting is not right and is ignored',
        );
    }
    return Object.fromEntries(overrides);
  }
}
