import { Injectable } from '@nestjs/common';
import type { PermissionName } from '@auth-service/authorization';
import { CountAuditEventsByDay } from '../../modules/audit/index.js';
import { CountLiveSessions } from '../../modules/session/index.js';
import { CountNewUsersByDay, CountUsers } from '../../modules/user/index.js';
import { may, type PanelAdmin } from '../adminjs/panel-admin.js';
import { OPEN_PANEL } from '../open-panel.js';
import { Attention, attentionKinds } from './attention.js';
import { handler } from './panel-handler.js';
import type { PanelPage, PanelPageOptions } from './panel-page.types.js';

/** One number of the home page and where it leads; its words are `pages.home.cards.<name>`. */
interface HomeCard {
  readonly name: string;
  readonly icon: string;
  readonly count: number;
  readonly href: string;
}

/** Lines over the days; their words are `pages.home.series.<name>`. */
interface HomeChart {
  readonly name: string;
  readonly href: string;
  readonly series: Readonly<Record<string, readonly number[]>>;
}

/** What one does first in a new service; its words are `pages.home.steps.<name>`. */
const firstSteps: readonly {
  readonly name: string;
  readonly href: string;
  readonly permission: PermissionName;
}[] = [
  { name: 'role', href: '/resources/roles/actions/new', permission: 'role:create' },
  { name: 'invite', href: '/resources/invitations/actions/new', permission: 'invitation:create' },
  { name: 'import', href: '/pages/transfer', permission: 'user:create' },
  { name: 'service', href: '/resources/service-accounts/actions/new', permission: 'service_account:create' },
];

const DAYS = 30;
const DAY_MS = 86_400_000;
/** More are not counted one by one. */
const COUNTED = 100;

/** The first page: how much there is of everything, what happened lately, and what needs attention, as far as one may see it. */
@Injectable()
export class HomePage implements PanelPage {
  constructor(
    private readonly countUsers: CountUsers,
    private readonly countNewUsers: CountNewUsersByDay,
    private readonly countSessions: CountLiveSessions,
    private readonly countEvents: CountAuditEventsByDay,
    private readonly attention: Attention,
  ) {}

  describe(): PanelPageOptions {
    return {
      name: 'home',
      icon: 'Home',
      permission: OPEN_PANEL,
      readings: { read: handler({ run: (_, admin) => this.read(admin) }) },
    };
  }

  private async read(admin: PanelAdmin): Promise<object> {
    const days = lastDays();
    const [cards, charts, attention] = await Promise.all([
      this.cards(admin),
      this.charts(admin, days),
      this.needs(admin),
    ]);
    return { days, cards, charts, attention, steps: isAlone(cards) ? stepsFor(admin) : [] };
  }

  private async cards(admin: PanelAdmin): Promise<HomeCard[]> {
    const cards = [
      card(admin, 'user:read', 'users', 'Users', 'users', () => this.countUsers.execute()),
      card(admin, 'user:read', 'disabledUsers', 'UserX', 'users?filters.status=disabled', () =>
        this.countUsers.execute('disabled'),
      ),
      card(admin, 'session:read', 'liveSessions', 'Monitor', 'sessions?filters.active=true', () =>
        this.countSessions.execute(),
      ),
    ];
    return (await Promise.all(cards)).filter((found) => found !== null);
  }

  private async charts(admin: PanelAdmin, days: readonly string[]): Promise<HomeChart[]> {
    const charts: HomeChart[] = [];
    if (may(admin, 'audit:read')) {
      const counts = await this.countEvents.execute('auth.login', DAYS);
      const of = (outcome: string) => counts.filter((count) => count.outcome === outcome);
      charts.push({
        name: 'signIns',
        href: '/pages/audit?action=auth.login',
        series: { signIns: spread(days, of('success')), failures: spread(days, of('failure')) },
      });
    }
    if (may(admin, 'user:read'))
      charts.push({
        name: 'newUsers',
        href: '/resources/users',
        series: { newUsers: spread(days, await this.countNewUsers.execute(DAYS)) },
      });
    return charts;
  }

  private async needs(admin: PanelAdmin): Promise<object[]> {
    const kinds = attentionKinds.filter((kind) => this.attention.maySee(admin, kind));
    return Promise.all(
      kinds.map(async (kind) => {
        const { length } = await this.attention.list(kind, COUNTED + 1);
        return { kind, count: Math.min(length, COUNTED), isMore: length > COUNTED };
      }),
    );
  }
}

async function card(
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

const isAlone = (cards: readonly HomeCard[]): boolean =>
  cards.some(({ name, count }) => name === 'users' && count === 1);

const stepsFor = (admin: PanelAdmin): object[] =>
  firstSteps.filter(({ permission }) => may(admin, permission)).map(({ name, href }) => ({ name, href }));

const lastDays = (): string[] =>
  Array.from({ length: DAYS }, (_, index) =>
    new Date(Date.now() - (DAYS - 1 - index) * DAY_MS).toISOString().slice(0, 10),
  );

/** A count for each day, 0 where nothing was counted. */
function spread(
  days: readonly string[],
  counts: readonly { readonly day: string; readonly count: number }[],
): number[] {
  const byDay = new Map(counts.map(({ day, count }) => [day, count]));
  return days.map((day) => byDay.get(day) ?? 0);
}
