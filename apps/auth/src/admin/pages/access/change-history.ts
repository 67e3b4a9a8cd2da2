import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { type AuditEvent, ListSubjectHistory } from '../../../modules/audit/index.js';
import {
  FindUndo,
  type NotRestored,
  PreviewChange,
  previewView,
  readUndoReason,
  UndoChange,
  Undos,
} from '../../../modules/authorization/index.js';
import { RequestContext } from '../../../core/context/index.js';
import { may, type PanelAdmin } from '../../adminjs/panel-admin.js';
import { handler } from '../panel-handler.js';
import type { PanelHandler } from '../panel-page.types.js';
import { reason } from './reason.js';
import { type NameOf, TraceNames } from './trace-names.js';
import { concernedBy, type Trace, tracesOf } from './traces.js';

/** Entries that are shown at once, and what one tells at most of what it brought or took. */
const ENTRIES = 10;
const TRACES = 20;

/** What the log calls a kind of subject, and what pages call it. */
type Subject = 'role' | 'team' | 'visibility_group';
const traceKinds: Readonly<Record<Subject, Trace['kind']>> = {
  role: 'role',
  team: 'team',
  visibility_group: 'group',
};

/** What stands for a thing that does not come back. */
const lostKinds: Readonly<Record<NotRestored['what'], Trace['kind']>> = {
  permission: 'text',
  parent: 'role',
  above: 'group',
  member: 'user',
  manager: 'user',
  child: 'group',
  role: 'role',
  team: 'team',
  default: 'text',
};

/** The history of a role, a team or a group: what was changed, and taking it back. */
@Injectable()
export class ChangeHistory {
  constructor(
    private readonly listHistory: ListSubjectHistory,
    private readonly names: TraceNames,
    private readonly undos: Undos,
    private readonly findUndo: FindUndo,
    private readonly undoChange: UndoChange,
    private readonly previewChange: PreviewChange,
    private readonly context: RequestContext,
  ) {}

  /** The reading behind `History` of the components. */
  reading(subjectType: Subject): PanelHandler {
    return handler({
      permission: 'audit:read',
      input: { id: z.uuid(), cursor: z.string().max(1000).optional() },
      run: ({ id, cursor }, admin) => this.read(subjectType, id, cursor, admin),
    });
  }

  /** What `History` does: `previewUndo`, which answers as the preview of a change does, and `undo`. */
  actions(): Record<string, PanelHandler> {
    const permission = 'audit:read';
    return {
      previewUndo: handler({
        permission,
        input: { eventId: z.uuid() },
        run: async ({ eventId }, admin) => {
          const { changes, notRestored } = await this.findUndo.execute(eventId);
          return {
            preview: may(admin, 'authorization:explain')
              ? previewView(await this.previewChange.execute(...changes))
              : null,
            notRestored: await this.namesOfLost(notRestored, admin),
          };
        },
      }),
      undo: handler({
        permission,
        input: { eventId: z.uuid(), reason },
        run: async ({ eventId, reason: why }) => {
          await this.context.because(why, () => this.undoChange.execute(eventId));
          return { done: true };
        },
      }),
    };
  }

  /** What does not come back, by the names of which there are any. */
  private async namesOfLost(notRestored: readonly NotRestored[], admin: PanelAdmin) {
    const traces = notRestored.map(({ what, why, ids }) => ({
      what,
      why,
      all: ids.map((value): Trace => ({ kind: lostKinds[what], value })),
    }));
    const nameOf = await this.names.execute(
      traces.flatMap(({ all }) => all),
      admin,
    );
    return traces.map(({ what, why, all }) => ({
      what,
      why,
      count: all.length,
      // What is gone and has an id alone has no name any more; of people the address is kept.
      ...(why === 'elsewhere' || all.every(({ kind }) => kind === 'text' || kind === 'user')
        ? named(all, nameOf)
        : { first: [], more: 0, hidden: 0 }),
    }));
  }

  private async read(subjectType: Subject, subjectId: string, cursor: string | undefined, admin: PanelAdmin) {
    const page = { limit: ENTRIES, ...(cursor !== undefined && { cursor }) };
    const { items, nextCursor } = await this.listHistory.execute({ subjectType, subjectId }, page);
    const isPage = ({ kind, value }: Trace) => kind === traceKinds[subjectType] && value === subjectId;
    const read = items.map((event) => ({ event, ...shownTraces(event, isPage) }));
    const actors = items.flatMap(({ actorId, impersonatorId }) =>
      [actorId, impersonatorId].flatMap((id) => (id === null ? [] : [{ kind: 'user' as const, value: id }])),
    );
    const nameOf = await this.names.execute([...read.flatMap(({ all }) => all), ...actors], admin);
    const undone = undoneAmong(items);
    return {
      items: read.map(({ event, about, gained, lost }) => ({
        ...entry(event, nameOf),
        about: named(about, nameOf),
        gained: named(gained, nameOf),
        lost: named(lost, nameOf),
        isUndone: undone.has(event.id),
        mayUndo: !undone.has(event.id) && this.undos.of(event) !== null,
      })),
      nextCursor,
    };
  }
}

function entry(event: AuditEvent, nameOf: NameOf) {
  const { id, action, outcome, actorId, impersonatorId, reason: why, occurredAt } = event;
  const undoing = readUndoReason(why);
  return {
    id,
    action,
    outcome,
    at: occurredAt,
    isByService: actorId === null,
    actor: actorId === null ? null : nameOf({ kind: 'user', value: actorId }),
    isImpersonated: impersonatorId !== null,
    impersonator: impersonatorId === null ? null : nameOf({ kind: 'user', value: impersonatorId }),
    undoes: undoing?.eventId ?? null,
    reason: undoing === null ? why : undoing.reason,
  };
}

/** Without the very thing whose history it is. */
function shownTraces(event: AuditEvent, isPage: (trace: Trace) => boolean) {
  const without = (traces: readonly Trace[]) => traces.filter((trace) => !isPage(trace));
  const { gained, lost } = tracesOf(event);
  const shown = { about: without(concernedBy(event)), gained: without(gained), lost: without(lost) };
  return { ...shown, all: [...shown.about, ...shown.gained, ...shown.lost] };
}

/** The first of them, how many more there are, and how many are not to be seen. */
function named(traces: readonly Trace[], nameOf: NameOf) {
  const seen = traces.flatMap((trace) => {
    const name = nameOf(trace);
    return name === null ? [] : [{ name, until: trace.until ?? null }];
  });
  return {
    first: seen.slice(0, TRACES),
    more: Math.max(0, seen.length - TRACES),
    hidden: traces.length - seen.length,
  };
}

/** Those that a later one took back, unless that one was taken back itself. The newest come first. */
function undoneAmong(events: readonly AuditEvent[]): ReadonlySet<string> {
  const undone = new Set<string>();
  for (const { id, reason: why } of events) {
    const undoing = readUndoReason(why);
    if (undoing !== null && !undone.has(id)) undone.add(undoing.eventId);
  }
  return undone;
}
