import { Injectable } from '@nestjs/common';
import { AuthorizationChanges } from '../../../../core/access/index.js';
import { newId, Transactional } from '../../../../core/database/index.js';
import { assertThat } from '../../../../core/errors/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import { refuseSameName } from '../same-name.js';
import { TeamRepository } from '../team.repository.js';
import type { TeamView } from '../team.view.js';

/** What may be said of a new team. */
export interface NewTeam {
  readonly name: string;
  readonly description?: string;
}

/** Makes a team. */
@Injectable()
export class CreateTeam {
  constructor(
    private readonly teams: TeamRepository,
    private readonly changes: AuthorizationChanges,
    private readonly audit: RecordAuditEvent,
  ) {}

  /** @throws AppError `already_exists` */
  @Transactional()
  async execute({ name, description = '' }: NewTeam): Promise<TeamView> {
    // First, as others do: two that hold a name and the turn would wait for each other.
    await this.changes.serialize();
    const team = { id: newId(), name, description };
    await refuseSameName(() => this.teams.insert(team));
    await this.changes.note('team', [team.id]);
    await this.audit.execute({
      action: 'team.created',
      subjectType: 'team',
      subjectId: team.id,
      after: { name, description },
    });
    const view = await this.teams.findView(team.id);
    assertThat(view !== null, 'not_found');
    return view;
  }
}
