import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { adviceOn } from '../following/refusal-advice.js';
import { ServiceClient } from '../following/service-client.js';
import { describeError, ServiceRefusal } from '../following/service-errors.js';
import { GuardSettings } from '../module/guard-settings.js';
import type { ResourceDeclaration } from './resource-declaration.js';

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;

const ADVICE = {
  400: 'check `resources` and `service`',
  403: "give this service's account catalogue:register, or leave `resources` out",
  409: 'name resources of this service alone in `resources`',
};

interface Registration {
  readonly registered: readonly string[];
  readonly deprecated: readonly string[];
}

/** Registers what this service declares, at every start. The second time changes nothing. */
@Injectable()
export class CatalogueRegistration implements OnApplicationBootstrap {
  private readonly logger = new Logger('AuthGuard');

  constructor(
    private readonly settings: GuardSettings,
    private readonly client: ServiceClient,
  ) {}

  /**
   * While the auth service cannot be reached, it is tried again beside the running application.
   *
   * @throws Error for what is refused
   */
  async onApplicationBootstrap(): Promise<void> {
    const { resources } = this.settings;
    if (resources !== null) await this.register(resources, FIRST_PAUSE_MS);
  }

  private async register(resources: readonly ResourceDeclaration[], pauseMs: number): Promise<void> {
    try {
      const path = `/services/${this.settings.service}/catalogue`;
      const registration = await this.client.put<Registration>(path, { resources: resources.map(toRequest) });
      this.tell(registration);
    } catch (error) {
      if (error instanceof ServiceRefusal) throw new Error(adviceOn(error, ADVICE), { cause: error });
      if (pauseMs === FIRST_PAUSE_MS)
        this.logger.warn(`The catalogue is not registered yet: ${describeError(error)}`);
      const next = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
      setTimeout(() => void this.retry(resources, next), pauseMs).unref();
    }
  }

  private async retry(resources: readonly ResourceDeclaration[], pauseMs: number): Promise<void> {
    await this.register(resources, pauseMs).catch((error: unknown) =>
      this.logger.error(describeError(error)),
    );
  }

  private tell({ registered, deprecated }: Registration): void {
    if (registered.length > 0) this.logger.log(`New permissions: ${registered.join(', ')}`);
    if (deprecated.length > 0) this.logger.warn(`No longer declared: ${deprecated.join(', ')}`);
  }
}

const toRequest = ({ key, description, actions }: ResourceDeclaration) => ({
  key,
  ...(description !== undefined && { description }),
  actions: Object.entries(actions).map(([name, text]) => ({ name, description: text })),
});
