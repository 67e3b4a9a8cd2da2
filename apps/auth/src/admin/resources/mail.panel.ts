import { Injectable } from '@nestjs/common';
import { failureCodes } from '../../core/errors/index.js';
import { type MailStatus, mailStatuses } from '../../core/mail/index.js';
import { CancelMail, GetMail, ListMails, SendMailAgain } from '../../modules/system/index.js';
import type { PanelDoors, PanelListQuery, PanelResourceOptions } from '../adminjs/panel-resource.types.js';

const unsent: ReadonlySet<unknown> = new Set<MailStatus>(['waiting', 'failed', 'cancelled']);
const open: ReadonlySet<unknown> = new Set<MailStatus>(['waiting', 'failed']);

/** Mails: to whom they went, what became of them and why, never what they said. */
@Injectable()
export class MailPanel implements PanelDoors {
  constructor(
    private readonly listMails: ListMails,
    private readonly getMail: GetMail,
    private readonly sendAgain: SendMailAgain,
    private readonly cancel: CancelMail,
  ) {}

  describe(): PanelResourceOptions {
    return {
      id: 'mails',
      icon: 'Mail',
      section: 'operations',
      permissions: { read: 'mail:read' },
      doors: this,
      fields: [
        { name: 'recipient', places: ['list', 'show'], isTitle: true },
        { name: 'search', places: ['filter'] },
        {
          name: 'status',
          places: ['list', 'show', 'filter'],
          values: mailStatuses,
          tones: { sent: 'success', failed: 'danger' },
        },
        { name: 'kind', places: ['list', 'show'] },
        { name: 'createdAt', type: 'datetime', places: ['list', 'show'] },
        { name: 'attempts', places: ['list', 'show'] },
        { name: 'errorCode', places: ['list', 'show'], values: failureCodes },
        { name: 'error', type: 'textarea', places: ['show'] },
        { name: 'lastTriedAt', type: 'datetime', places: ['show'] },
        { name: 'sentAt', type: 'datetime', places: ['show'] },
        { name: 'dueAt', type: 'datetime', places: ['show'] },
      ],
      commands: [
        {
          name: 'send-again',
          icon: 'Send',
          permission: 'mail:send_again',
          appliesTo: ({ status }) => unsent.has(status),
          run: (id) => this.sendAgain.execute(id),
        },
        {
          name: 'cancel',
          icon: 'XCircle',
          permission: 'mail:cancel',
          variant: 'danger',
          appliesTo: ({ status }) => open.has(status),
          run: (id) => this.cancel.execute(id),
        },
      ],
    };
  }

  list({ filters: { search, status }, limit, cursor }: PanelListQuery) {
    return this.listMails.execute({
      limit,
      ...(cursor && { cursor }),
      ...(search && { search }),
      ...(status && { status: status as MailStatus }),
    });
  }

  get(id: string) {
    return this.getMail.execute(id);
  }
}
