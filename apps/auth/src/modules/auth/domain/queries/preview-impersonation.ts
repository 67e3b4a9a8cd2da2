import { Injectable } from '@nestjs/common';
import { type AppConfig, InjectConfig } from '../../../../core/config/index.js';
import { AppError } from '../../../../core/errors/index.js';
import { ImpersonationRules } from '../impersonation-rules.js';

/** What acting in somebody's name would mean. */
export interface ImpersonationPreview {
  /** Why it would be refused. */
  readonly refusal: AppError | null;
  /** How long it would last at most. */
  readonly seconds: number;
}

/** Tells whether the actor of this request could act in somebody's name, without doing it. */
@Injectable()
export class PreviewImpersonation {
  constructor(
    @InjectConfig() private readonly config: AppConfig,
    private readonly rules: ImpersonationRules,
  ) {}

  /** @throws AppError `not_found` */
  async execute(userId: string): Promise<ImpersonationPreview> {
    const seconds = this.config.impersonationSeconds;
    try {
      await this.rules.assertMayBegin(userId);
      return { refusal: null, seconds };
    } catch (error) {
      if (error instanceof AppError && error.code !== 'not_found' && error.status < 500)
        return { refusal: error, seconds };
      throw error;
    }
  }
}
