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
      icon: 'BookOpen',
      section: 'operations',
      permissions: { read: 'audit:read' },
      doors: this,
      fields: [
        { name: 'action', places: ['list', 'show', 'filter'], isTitle: true },
        {
          name: 'outcome',
          places: ['list', 'show', 'filter'],
          values: auditOutcomes,
          tones: { success: 'success', failure: 'danger', denied: 'danger' },
        },
        { name: 'occurredAt', type: 'datetime', places: ['list', 'show'] },
        { name: 'actorId', places: ['list', 'show', 'filter'], reference: 'users' },
        { name: 'impersonatorId', places: ['list', 'show'], reference: 'users' },
        { name: 'subjectType', places: ['list', 'show', 'filter'] },
        { name: 'subjectId', places: ['show', 'filter'] },
        { name: 'reason', places: ['show'] },
        { name: 'ipAddress', places: ['list', 'show'] },
        { name: 'requestId', places: ['show'] },
        { name: 'before', type: 'json', places: ['show'] },
        { name: 'after', type: 'json', places: ['show'] },
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
