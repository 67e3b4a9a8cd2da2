import { Injectable } from '@nestjs/common';
import type { PermissionName } from '@auth-service/authorization';
import type { Page } from '../../../core/http/index.js';
import { ListRoles } from '../../../modules/rbac/index.js';
import { ListTeams } from '../../../modules/team/index.js';
import { FindEmails } from '../../../modules/user/index.js';
import { ListVisibilityGroups } from '../../../modules/visibility-group/index.js';
import { may, type PanelAdmin } from '../../adminjs/panel-admin.js';
import { allItems } from '../../resources/all-items.js';
import { words } from '../../../words/index.js';
import type { Trace } from './traces.js';

/** What a trace is called; null for what the reader may not see. */
export type NameOf = (trace: Trace) => string | null;

type Names = ReadonlyMap<string, string> | null;
interface Named {
  readonly id: string;
  readonly name: string;
}
type List = (query: { limit: number; cursor?: string }) => Promise<Page<Named>>;

/** Finds the names of what changes brought and took, as far as somebody may read them. */
@Injectable()
export class TraceNames {
  constructor(
    private readonly findEmails: FindEmails,
    private readonly listRoles: ListRoles,
    private readonly listTeams: ListTeams,
    private readonly listGroups: ListVisibilityGroups,
  ) {}

  async execute(traces: readonly Trace[], admin: PanelAdmin): Promise<NameOf> {
    const listed = async (kind: Trace['kind'], permission: PermissionName, list: List): Promise<Names> => {
      if (!may(admin, permission)) return null;
      return named(traces.some((trace) => trace.kind === kind) ? await allItems(list) : []);
    };
    const names: Readonly<Partial<Record<Trace['kind'], Names>>> = {
      user: may(admin, 'user:read') ? await this.findEmails.execute(usersAmong(traces)) : null,
      role: await listed('role', 'role:read', (page) => this.listRoles.execute(page)),
      team: await listed('team', 'team:read', (page) => this.listTeams.execute(page)),
      group: await listed('group', 'visibility_group:read', (page) => this.listGroups.execute(page)),
    };
    return ({ kind, value }) => sayPlain(kind, value, admin.language) ?? nameIn(names[kind], value, admin);
  }
}

const usersAmong = (traces: readonly Trace[]): string[] => [
  ...new Set(traces.filter(({ kind }) => kind === 'user').map(({ value }) => value)),
];

const named = (items: readonly Named[]) => new Map(items.map(({ id, name }) => [id, name]));

/** What is said without looking anything up. */
function sayPlain(kind: Trace['kind'], value: string, language: string): string | undefined {
  const say = (key: string) => words.say(language, key);
  if (kind === 'text') return value;
  if (kind === 'factor') return say(`access.history.factor.${value}`);
  if (kind === 'group' && value === '') return say('access.history.defaultGroup');
  if (kind !== 'level') return undefined;
  const [type = '', level = ''] = value.split(':');
  return `${type}: ${say(`access.levels.${level}`)}`;
}

const nameIn = (names: Names | undefined, value: string, { language }: PanelAdmin): string | null =>
  names == null ? null : (names.get(value) ?? words.say(language, 'access.history.gone'));
