import { Injectable } from '@nestjs/common';
import { GroupPreviews } from './group-previews.js';
import type { PreviewableChange } from './previewable-change.js';
import type { PreviewedChange } from './previewed-change.js';
import { RolePreviews } from './role-previews.js';
import { TeamPreviews } from './team-previews.js';

/** The changes that can be tried out. */
@Injectable()
export class PreviewableChanges {
  private readonly kinds: Readonly<Record<PreviewedChange['change'], PreviewableChange>>;

  constructor(roles: RolePreviews, teams: TeamPreviews, groups: GroupPreviews) {
    this.kinds = { ...roles.kinds, ...teams.kinds, ...groups.kinds };
  }

  find(kind: PreviewedChange['change']): PreviewableChange {
    return this.kinds[kind];
  }
}
