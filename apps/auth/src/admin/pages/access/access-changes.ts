import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import {
  MakeChange,
  PreviewChange,
  type PreviewedChange,
  type PreviewedChangeKind,
  previewView,
} from '../../../modules/authorization/index.js';
import { RequestContext } from '../../../core/context/index.js';
import { may } from '../../adminjs/panel-admin.js';
import { handler } from '../panel-handler.js';
import type { PanelHandler } from '../panel-page.types.js';
import { reason } from './reason.js';

/** As many as a preview compares. */
const MAX_USERS = 5000;
const MAX_PERMISSIONS = 10_000;
const MAX_PARENTS = 100;

const fields = {
  roleId: z.uuid().optional(),
  teamId: z.uuid().optional(),
  groupId: z.uuid().optional(),
  userId: z.uuid().optional(),
  userIds: z.array(z.uuid()).max(MAX_USERS).optional(),
  permissions: z.array(z.string().max(129)).max(MAX_PERMISSIONS).optional(),
  parentIds: z.array(z.uuid()).max(MAX_PARENTS).optional(),
  parentId: z.uuid().nullable().optional(),
  teamScoped: z.boolean().optional(),
  required: z.boolean().optional(),
  type: z.string().max(64).optional(),
  level: z.number().int().nullable().optional(),
  name: z.string().trim().min(1, 'faults.required').max(100, 'faults.tooLong').optional(),
  description: z.string().trim().max(1000, 'faults.tooLong').optional(),
  transferTo: z.uuid().optional(),
  reparentTo: z.uuid().optional(),
  validUntil: z.coerce.date().optional(),
  version: z.number().int().optional(),
};

/** How pages change roles, teams and groups: what a change does is shown first, and what was shown is made. */
@Injectable()
export class AccessChanges {
  constructor(
    private readonly previewChange: PreviewChange,
    private readonly makeChange: MakeChange,
    private readonly context: RequestContext,
  ) {}

  /**
   * The two actions of a page: `preview`, which answers `{ preview: null }` to those who may make the change without
   * seeing what others can do, and `apply`.
   *
   * @param kinds - the changes that the page offers
   */
  actions(...kinds: [PreviewedChangeKind, ...PreviewedChangeKind[]]): Record<string, PanelHandler> {
    return {
      preview: this.preview(...kinds),
      apply: handler({
        input: { change: z.enum(kinds), ...fields, reason },
        run: ({ reason: why, ...change }) => this.context.because(why, () => this.apply(given(change))),
      }),
    };
  }

  /** The preview alone, for a page that makes its changes by actions of its own. */
  preview(...kinds: [PreviewedChangeKind, ...PreviewedChangeKind[]]): PanelHandler {
    return handler({
      input: { change: z.enum(kinds), ...fields, isPartial: z.boolean().optional() },
      run: async (change, admin) => ({
        preview: may(admin, 'authorization:explain')
          ? previewView(await this.previewChange.execute(given(change)))
          : null,
      }),
    });
  }

  private async apply(change: PreviewedChange): Promise<{ done: true }> {
    await this.makeChange.execute(change);
    return { done: true };
  }
}

/** Without the fields that were not sent. */
const given = (change: object): PreviewedChange =>
  Object.fromEntries(
    Object.entries(change).filter(([, value]) => value !== undefined),
  ) as unknown as PreviewedChange;
