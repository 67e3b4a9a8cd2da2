import { Injectable } from '@nestjs/common';
import { AccessPolicy, AuthorizationChanges } from '../../../../core/access/index.js';
import { isDatabaseFault, newId, Transactional } from '../../../../core/database/index.js';
import { AppError, assertThat } from '../../../../core/errors/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import type { SeparationOfDutyView } from '../rbac.view.js';
import { RoleRepository } from '../role.repository.js';
import { SeparationOfDutyRepository } from '../separation-of-duty.repository.js';

/** What a rule of separation of duty says. */
export interface SeparationOfDutyTerms {
  readonly name: string;
  readonly description: string;
  /** Nobody may have so many of the roles, or more. */
  readonly cardinality: number;
  readonly roleIds: readonly string[];
}

/** Makes a rule of separation of duty, or changes one. It has to hold already. */
@Injectable()
export class SaveSeparationOfDuty {
  constructor(
    private readonly sets: SeparationOfDutyRepository,
    private readonly roles: RoleRepository,
    private readonly access: AccessPolicy,
    private readonly changes: AuthorizationChanges,
    private readonly audit: RecordAuditEvent,
  ) {}

  /** @throws AppError `already_exists`, `not_found` for a role, `invalid_request`, `separation_of_duty` when somebody breaks it already */
  @Transactional()
  async create({
    description = '',
    cardinality = 2,
    ...terms
  }: Pick<SeparationOfDutyTerms, 'name' | 'roleIds'> &
    Partial<SeparationOfDutyTerms>): Promise<SeparationOfDutyView> {
    await this.changes.serialize();
    const id = newId();
    await this.assertSensible(cardinality, terms.roleIds);
    await unlessTaken(() => this.sets.insert({ id, name: terms.name, description, cardinality }));
    return this.finish(id, terms.roleIds, null);
  }

  /** @throws AppError `not_found`, `version_mismatch`, `already_exists`, `invalid_request`, `separation_of_duty` */
  @Transactional()
  async update(
    id: string,
    { roleIds, ...changes }: Partial<SeparationOfDutyTerms>,
    expectedVersion?: number,
  ): Promise<SeparationOfDutyView> {
    await this.changes.serialize();
    const set = await this.sets.findForUpdate(id);
    const before = await this.sets.findView(id);
    assertThat(set !== null && before !== null, 'not_found');
    assertThat(expectedVersion === undefined || expectedVersion === set.version, 'version_mismatch');
    Object.assign(set, changes);
    const wanted = roleIds ?? before.roleIds;
    await this.assertSensible(set.cardinality, wanted);
    set.updatedAt = new Date();
    await unlessTaken(() => this.sets.save(set));
    return this.finish(id, wanted, before);
  }

  private async finish(
    id: string,
    roleIds: readonly string[],
    before: SeparationOfDutyView | null,
  ): Promise<SeparationOfDutyView> {
    await this.sets.replaceRoles(id, roleIds);
    await this.access.assertDutiesSeparated();
    const after = await this.sets.findView(id);
    assertThat(after !== null, 'not_found');
    await this.audit.execute({
      action: before === null ? 'separation_of_duty.created' : 'separation_of_duty.updated',
      subjectType: 'separation_of_duty',
      subjectId: id,
      before,
      after,
    });
    return after;
  }

  private async assertSensible(cardinality: number, roleIds: readonly string[]): Promise<void> {
    const names = await this.roles.namesOf(roleIds);
    const unknown = roleIds.filter((roleId) => !names.has(roleId));
    if (unknown.length > 0)
      throw AppError.forField('not_found', 'roleIds', `There is no role ${unknown.join(', ')}.`);
    if (cardinality > roleIds.length) {
      throw AppError.forField(
        'invalid_request',
        'cardinality',
        'cardinality must not exceed the number of roles',
      );
    }
  }
}

async function unlessTaken(write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (!isDatabaseFault(error, 'unique', 'separation_of_duty_sets_name_key')) throw error;
    throw AppError.forField('already_exists', 'name', 'There is a rule with this name.');
  }
}
