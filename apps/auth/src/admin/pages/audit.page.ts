import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Page } from '../../core/http/index.js';
import { recordFormats } from '../../core/records/index.js';
import {
  type AuditFilter,
  auditActions,
  type AuditEvent,
  type AuditOutcome,
  auditOutcomes,
  auditSubjectTypes,
  ExportAuditLog,
  GetAuditEvent,
  ListAuditEvents,
  VerifyAuditChain,
} from '../../modules/audit/index.js';
import { Undos } from '../../modules/authorization/index.js';
import { may, type PanelAdmin } from '../adminjs/panel-admin.js';
import { ChangeHistory } from './access/change-history.js';
import { PeopleFinder } from './access/people-finder.js';
import { AuditNames } from './audit-names.js';
import { PanelDownload } from './panel-download.js';
import { handler } from './panel-handler.js';
import type { PanelPage, PanelPageOptions } from './panel-page.types.js';

/** Events shown at once, and entries verified with one request: the page shows how far it is. */
const SHOWN = 50;
const VERIFIED = 5000;

const text = (length: number) => z.string().trim().max(length, 'faults.tooLong').optional();
const moment = z.coerce.date('faults.moment').optional();
const filters = {
  action: text(100),
  outcome: z.enum(auditOutcomes).optional(),
  actorId: z.uuid('faults.id').optional(),
  impersonatorId: z.uuid('faults.id').optional(),
  subjectType: text(50),
  subjectId: text(100),
  requestId: text(200),
  from: moment,
  to: moment,
};

/** What happened, with before and after side by side; its export, and its verification. */
@Injectable()
export class AuditPage implements PanelPage {
  constructor(
    private readonly listEvents: ListAuditEvents,
    private readonly getEvent: GetAuditEvent,
    private readonly exportLog: ExportAuditLog,
    private readonly verifyChain: VerifyAuditChain,
    private readonly names: AuditNames,
    private readonly people: PeopleFinder,
    private readonly history: ChangeHistory,
    private readonly undos: Undos,
  ) {}

  describe(): PanelPageOptions {
    return {
      name: 'audit',
      icon: 'BookOpen',
      section: 'operations',
      permission: 'audit:read',
      readings: {
        options: handler({ run: (_, admin) => Promise.resolve(options(admin)) }),
        list: handler({
          input: { ...filters, cursor: z.string().max(1000).optional() },
          run: ({ cursor, ...filter }, admin) => this.list(present(filter), cursor, admin),
        }),
        event: handler({
          input: { id: z.uuid('faults.id') },
          run: async ({ id }, admin) => {
            const event = await this.getEvent.execute(id);
            return {
              ...this.withUndos({ items: [event], nextCursor: null }),
              names: await this.names.of([event], admin),
            };
          },
        }),
        people: this.people.reading(),
        export: handler({
          permission: 'audit:export',
          input: { ...filters, format: z.enum(recordFormats) },
          run: async ({ format, ...filter }) => {
            const file = await this.exportLog.execute(present(filter), format);
            return new PanelDownload(file.name, file.mediaType, file.chunks);
          },
        }),
        verify: handler({
          permission: 'audit:verify',
          input: { after: z.coerce.number().int().min(0).default(0) },
          run: ({ after }) => this.verifyChain.execute(after, VERIFIED),
        }),
      },
      actions: this.history.actions(),
    };
  }

  private async list(filter: AuditFilter, cursor: string | undefined, admin: PanelAdmin): Promise<object> {
    const page = await this.listEvents.execute({ ...filter, limit: SHOWN, ...(cursor && { cursor }) });
    const wanted = [filter.actorId, filter.impersonatorId].filter((id) => id !== undefined);
    return { ...this.withUndos(page), names: await this.names.of(page.items, admin, wanted) };
  }

  /** Beside each event whether it is of a kind that is taken back: whether it still can be, the preview tells. */
  private withUndos({ items, ...page }: Page<AuditEvent>) {
    return {
      ...page,
      items: items.map((event) => Object.assign({ mayUndo: this.undos.of(event) !== null }, event)),
    };
  }
}

/** What there is to filter by, and what else one may do. */
const options = (admin: PanelAdmin) => ({
  actions: auditActions,
  subjects: auditSubjectTypes,
  mayExport: may(admin, 'audit:export'),
  mayVerify: may(admin, 'audit:verify'),
  mayFindPeople: may(admin, 'user:read'),
});

interface Given {
  readonly outcome?: AuditOutcome | undefined;
  readonly from?: Date | undefined;
  readonly to?: Date | undefined;
  readonly [name: string]: string | Date | undefined;
}

/** The filters that are set: an empty field of the form sets none. */
const present = (given: Given): AuditFilter =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined && value !== ''));
