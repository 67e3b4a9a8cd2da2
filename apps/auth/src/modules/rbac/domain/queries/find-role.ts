import { Injectable } from '@nestjs/common';
import type { Role } from '../role.entity.js';
import { RoleRepository } from '../role.repository.js';

/** Finds a role by its name. */
@Injectable()
export class FindRole {
  constructor(private readonly roles: RoleRepository) {}

  /** @returns the role's id; null when there is none */
  async execute(name: string): Promise<Role['id'] | null> {
    return (await this.roles.findByName(name))?.id ?? null;
  }
}
