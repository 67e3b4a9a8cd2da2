import { Injectable } from '@nestjs/common';
import { AuthorizationChanges } from '../../../../core/access/index.js';
import { Transactional } from '../../../../core/database/index.js';
import { assertThat } from '../../../../core/errors/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import { refuseSameName } from '../same-name.js';
import { TeamRepository } from '../team.repository.js';
import type { TeamView } from '../team.view.js';
import type { NewTeam } from './create-team.js';

/** Changes how a team is called and described. */
@Injectable()
export class UpdateTeam {
  constructor(
    private readonly teams: TeamRepository,
    private readonly changes: AuthorizationChanges,
    private readonly audit: RecordAuditEvent,
  ) {}

  /** @throws AppError `not_found`, `version_mismatch`, `already_exists` */
  @Transactional()
  async execute(
    id: string,
    { name, description }: Partial<NewTeam>,
    expectedVersion?: number,
  ): Promise<TeamView> {
    await this.changes.serialize();
    const team = await this.teams.findForUpdate(id);
    assertThat(team !== null, 'not_found');
    assertThat(expectedVersion === undefined || expectedVersion === team.version, 'version_mismatch');
    const before = { name: team.name, description: team.description };
    const after = { name: name ?? before.name, description: description ?? before.description };
    await refuseSameName(() => this.teams.save(Object.assign(team, after)));
    await this.changes.note('team', [id]);
    await this.audit.execute({ action: 'team.updated', subjectType: 'team', subjectId: id, before, after });
    const view = await this.teams.findView(id);
    assertThat(view !== null, 'not_found');
    return view;
  }
}
