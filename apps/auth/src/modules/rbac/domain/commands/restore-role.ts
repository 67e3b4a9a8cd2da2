import { Injectable } from '@nestjs/common';
import { AuthorizationChanges } from '../../../../core/access/index.js';
import { Transactional } from '../../../../core/database/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import { RoleRepository } from '../role.repository.js';
import { refuseSameName } from '../same-name.js';

/** A role that was deleted. */
export interface DeletedRole {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** The last that it had: who looked at an older one still knows an older one. */
  readonly version: number;
}

/** Brings a deleted role back, under its id and as yet without permissions: they are given by the commands that give them. */
@Injectable()
export class RestoreRole {
  constructor(
    private readonly roles: RoleRepository,
    private readonly changes: AuthorizationChanges,
    private readonly audit: RecordAuditEvent,
  ) {}

  /** @throws AppError `already_exists` when another role is called so by now */
  @Transactional()
  async execute({ id, name, description, version }: DeletedRole): Promise<void> {
    await this.changes.serialize();
    await refuseSameName(() => this.roles.insert({ id, name, description, version: version + 1 }));
    await this.changes.note('role', [id]);
    await this.audit.execute({
      action: 'role.restored',
      subjectType: 'role',
      subjectId: id,
      after: { name, description },
    });
  }
}
