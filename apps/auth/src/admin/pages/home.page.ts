import { Injectable } from '@nestjs/common';
import type { PermissionName } from '@auth-service/authorization';
import { CountLiveSessions } from '../../modules/session/index.js';
import { CountUsers } from '../../modules/user/index.js';
import { may, type PanelAdmin } from '../adminjs/panel-admin.js';
import { OPEN_PANEL } from '../panel-login.js';
import { handler } from './panel-handler.js';
import type { PanelPage, PanelPageOptions } from './panel-page.types.js';

/** One number of the home page and where it leads; its words are `pages.home.cards.<name>`. */
export interface HomeCard {
  readonly name: string;
  readonly icon: string;
  readonly count: number;
  readonly href: string;
}

/** The first page: how much there is of everything, as far as one may see it. */
@Injectable()
export class HomePage implements PanelPage {
  constructor(
    private readonly countUsers: CountUsers,
    private readonly countSessions: CountLiveSessions,
  ) {}

  describe(): PanelPageOptions {
    return {
      name: 'home',
      icon: 'Home',
      permission: OPEN_PANEL,
      readings: { read: handler({ run: (_, admin) => this.read(admin) }) },
    };
  }

  private async read(admin: PanelAdmin): Promise<{ cards: HomeCard[] }> {
    const cards = [
      this.card(admin, 'user:read', 'users', 'Users', 'users', () => this.countUsers.execute()),
      this.card(admin, 'user:read', 'disabledUsers', 'UserX', 'users?filters.status=disabled', () =>
        this.countUsers.execute('disabled'),
      ),
      this.card(admin, 'session:read', 'liveSessions', 'Monitor', 'sessions?filters.active=true', () =>
        this.countSessions.execute(),
      ),
    ];
    return { cards: (await Promise.all(cards)).filter((card) => card !== null) };
  }

  private async card(
    admin: PanelAdmin,
    permission: PermissionName,
    name: string,
    icon: string,
    path: string,
    count: () => Promise<number>,
  ): Promise<HomeCard | null> {
    if (!may(admin, permission)) return null;
    return { name, icon, count: await count(), href: `/resources/${path}` };
  }
}
