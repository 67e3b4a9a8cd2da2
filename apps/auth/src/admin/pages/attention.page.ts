import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { AppError } from '../../core/errors/index.js';
import type { PanelAdmin } from '../adminjs/panel-admin.js';
import { OPEN_PANEL } from '../open-panel.js';
import { Attention, type AttentionKind, attentionKinds, type AttentionRow } from './attention.js';
import { handler } from './panel-handler.js';
import type { PanelPage, PanelPageOptions } from './panel-page.types.js';

const LIMIT = 200;

/** The lists behind the numbers of the home page: what needs attention, of one kind. */
@Injectable()
export class AttentionPage implements PanelPage {
  constructor(private readonly attention: Attention) {}

  describe(): PanelPageOptions {
    return {
      name: 'attention',
      icon: 'AlertCircle',
      permission: OPEN_PANEL,
      readings: {
        read: handler({
          input: { kind: z.enum(attentionKinds) },
          run: ({ kind }, admin) => this.read(kind, admin),
        }),
      },
    };
  }

  private async read(kind: AttentionKind, admin: PanelAdmin): Promise<{ rows: AttentionRow[] }> {
    if (!this.attention.maySee(admin, kind)) throw new AppError('forbidden');
    return { rows: await this.attention.list(kind, LIMIT) };
  }
}
