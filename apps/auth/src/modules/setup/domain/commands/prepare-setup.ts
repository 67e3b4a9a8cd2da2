import { Injectable } from '@nestjs/common';
import { type AppConfig, InjectConfig } from '../../../../core/config/index.js';
import { Transactional } from '../../../../core/database/index.js';
import { OneTimeTokens } from '../../../../core/one-time-token/index.js';
import { SeedBuiltIns, SUPERUSER } from '../../../rbac/index.js';
import { SETUP_PURPOSE } from '../setup-purpose.js';
import { SuperuserRepository } from '../superuser.repository.js';
import { CreateSuperuser } from './create-superuser.js';

const LINK_LIFE_SECONDS = 24 * 3600;

/**
 * What is done at each start: the initial data, and a first superuser while there is none: the configured one, or a
 * one-time link for whoever reads the service's output.
 */
@Injectable()
export class PrepareSetup {
  constructor(
    @InjectConfig() private readonly config: AppConfig,
    private readonly seedBuiltIns: SeedBuiltIns,
    private readonly superusers: SuperuserRepository,
    private readonly tokens: OneTimeTokens,
    private readonly createSuperuser: CreateSuperuser,
  ) {}

  /** @returns the link to make the first superuser; null when there is one */
  @Transactional()
  async execute(): Promise<string | null> {
    await this.superusers.lockSetup();
    await this.seedBuiltIns.execute();
    if (await this.superusers.exists(SUPERUSER)) return null;
    const { bootstrapAdminEmail: email, bootstrapAdminPassword: password } = this.config;
    if (email !== undefined && password !== undefined) {
      await this.createSuperuser.execute({ email, password });
      return null;
    }
    const token = await this.tokens.issue(SETUP_PURPOSE, null, LINK_LIFE_SECONDS);
    return `${this.config.publicUrl}/auth/setup?token=${token}`;
  }
}
