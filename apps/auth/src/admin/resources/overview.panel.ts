import { Injectable } from '@nestjs/common';
import type { PermissionName } from '@auth-service/authorization';
import { CountLiveSessions } from '../../modules/session/index.js';
import { CountUsers } from '../../modules/user/index.js';
import { type PanelAdmin, may } from '../adminjs/panel-admin.js';
import { PANEL_PATH } from '../adminjs/panel-paths.js';

/** One number of the overview and where it leads. */
export interface OverviewCard {
  readonly label: string;
  readonly icon: string;
  readonly count: number;
  readonly hint: string;
  readonly href: string;
}

/** What the first page shows, as far as somebody may see it. */
@Injectable()
export class OverviewPanel {
  constructor(
    private readonly countUsers: CountUsers,
    private readonly countSessions: CountLiveSessions,
  ) {}

  async execute(admin: PanelAdmin): Promise<{ email: string; cards: OverviewCard[] }> {
    const cards = [
      this.card(admin, 'user:read', 'Users', 'Users', 'users', 'all there are', () =>
        this.countUsers.execute(),
      ),
      this.card(
        admin,
        'user:read',
        'Disabled users',
        'UserX',
        'users?filters.status=disabled',
        'cannot log in',
        () => this.countUsers.execute('disabled'),
      ),
      this.card(
        admin,
        'session:read',
        'Live sessions',
        'Monitor',
        'sessions?filters.active=true',
        'neither ended nor expired',
        () => this.countSessions.execute(),
      ),
    ];
    return { email: admin.email, cards: (await Promise.all(cards)).filter((card) => card !== null) };
  }

  private async card(
    admin: PanelAdmin,
    permission: PermissionName,
    label: string,
    icon: string,
    path: string,
    hint: string,
    count: () => Promise<number>,
  ): Promise<OverviewCard | null> {
    if (!may(admin, permission)) return null;
    return { label, icon, hint, count: await count(), href: `${PANEL_PATH}/resources/${path}` };
  }
}
