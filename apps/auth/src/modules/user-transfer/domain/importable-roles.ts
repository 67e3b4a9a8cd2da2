import { Injectable } from '@nestjs/common';
import { AccessPolicy } from '../../../core/access/index.js';
import { AppError } from '../../../core/errors/index.js';
import { ExpandRole, FindRole, SUPERUSER } from '../../rbac/index.js';
import { RowRefused } from './row-refused.js';

/** The roles that were asked for in a run, by their names. */
export type AskedRoles = Map<string, Promise<string>>;

/** Tells which roles the rows of an import may bring: those that whoever imports could give by themselves (rule E1). */
@Injectable()
export class ImportableRoles {
  constructor(
    private readonly findRole: FindRole,
    private readonly expandRole: ExpandRole,
    private readonly access: AccessPolicy,
  ) {}

  /**
   * @param asked - remembers the answers of a run
   * @returns the role's id
   * @throws RowRefused
   */
  find(name: string, asked: AskedRoles): Promise<string> {
    const known = asked.get(name) ?? this.check(name);
    asked.set(name, known);
    return known;
  }

  private async check(name: string): Promise<string> {
    if (name === SUPERUSER) throw new RowRefused(`roles: nobody becomes ${SUPERUSER} by an import`);
    if (!(await this.access.actorHolds('role:assign')))
      throw new RowRefused('roles: giving roles needs the permission role:assign');
    const id = await this.findRole.execute(name);
    if (id === null) throw new RowRefused(`roles: there is no role ${JSON.stringify(name.slice(0, 100))}`);
    try {
      await this.access.assertMayBestow(await this.expandRole.execute([id]), 'rbac:bind');
    } catch (error) {
      if (!(error instanceof AppError) || error.code === 'internal_error') throw error;
      throw new RowRefused(`roles: ${name} is not yours to give. ${error.message}`);
    }
    return id;
  }
}
