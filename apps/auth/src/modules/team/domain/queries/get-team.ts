import { Injectable } from '@nestjs/common';
import { assertThat } from '../../../../core/errors/index.js';
import { TeamRepository } from '../team.repository.js';
import type { TeamView } from '../team.view.js';

/** Reads one team. */
@Injectable()
export class GetTeam {
  constructor(private readonly teams: TeamRepository) {}

  /** @throws AppError `not_found` */
  async execute(id: string): Promise<TeamView> {
    const view = await this.teams.findView(id);
    assertThat(view !== null, 'not_found');
    return view;
  }
}
