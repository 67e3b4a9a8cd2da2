import { Injectable } from '@nestjs/common';
import { assertThat } from '../../../../core/errors/index.js';
import { ApiKeyRepository } from '../api-key.repository.js';
import type { ApiKeyView } from '../api-key.view.js';

/** Reads what may be shown of an API key. */
@Injectable()
export class GetApiKey {
  constructor(private readonly keys: ApiKeyRepository) {}

  /** @throws AppError `not_found` */
  async execute(id: string): Promise<ApiKeyView> {
    const view = await this.keys.findView(id);
    assertThat(view !== null, 'not_found');
    return view;
  }
}
