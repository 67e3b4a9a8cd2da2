import { Injectable } from '@nestjs/common';
import {
  type AuditOutcome,
  auditOutcomes,
  GetAuditEvent,
  ListAuditEvents,
} from '../../modules/audit/index.js';
import type { PanelDoors, PanelListQuery, PanelResourceOptions } from '../adminjs/panel-resource.types.js';

/** The audit log, to be read. */
@Injectable()
export class AuditPanel implements PanelDoors {
  constructor(
    private readonly listEvents: ListAuditEvents,
    private readonly getEvent: GetAuditEvent,
  ) {}

  describe(): PanelResourceOptions {
    return {
      id: 'audit',
      label: 'Audit log',
      singular: 'event',
      icon: 'BookOpen',
      permissions: { read: 'audit:read' },
      doors: this,
      fields: [
        { name: 'action', label: 'What', places: ['list', 'show', 'filter'], isTitle: true },
        {
          name: 'outcome',
          label: 'Outcome',
          places: ['list', 'show', 'filter'],
          values: auditOutcomes,
          tones: { success: 'success', failure: 'danger', denied: 'danger' },
        },
        { name: 'occurredAt', label: 'When', type: 'datetime', places: ['list', 'show'] },
        { name: 'actorId', label: 'Who', places: ['list', 'show', 'filter'], reference: 'users' },
        { name: 'subjectType', label: 'Kind of subject', places: ['list', 'show', 'filter'] },
        { name: 'subjectId', label: 'Subject', places: ['show', 'filter'] },
        { name: 'reason', label: 'Reason', places: ['show'] },
        { name: 'ipAddress', label: 'IP address', places: ['list', 'show'] },
        { name: 'requestId', label: 'Request id', places: ['show'] },
        { name: 'before', label: 'Before', type: 'json', places: ['show'] },
        { name: 'after', label: 'After', type: 'json', places: ['show'] },
      ],
    };
  }

  list({ filters: { action, outcome, actorId, subjectType, subjectId }, limit, cursor }: PanelListQuery) {
    return this.listEvents.execute({
      limit,
      ...(cursor && { cursor }),
      ...(action && { action }),
      ...(outcome && { outcome: outcome as AuditOutcome }),
      ...(actorId && { actorId }),
      ...(subjectType && { subjectType }),
      ...(subjectId && { subjectId }),
    });
  }

  get(id: string) {
    return this.getEvent.execute(id);
  }
}
