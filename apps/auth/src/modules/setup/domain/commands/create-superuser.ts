import { Injectable } from '@nestjs/common';
import { Transactional } from '../../../../core/database/index.js';
import { assertThat } from '../../../../core/errors/index.js';
import { AssignRole, FindRole, SUPERUSER } from '../../../rbac/index.js';
import { CreateUser } from '../../../user/index.js';

/** Who is to be a superuser. */
export interface NewSuperuser {
  readonly email: string;
  readonly password: string;
}

/** Makes a user who holds every permission. For the service itself and its operator alone: no route leads here. */
@Injectable()
export class CreateSuperuser {
  constructor(
    private readonly createUser: CreateUser,
    private readonly findRole: FindRole,
    private readonly assignRole: AssignRole,
  ) {}

  /** @throws AppError `already_exists`, `weak_password` */
  @Transactional()
  async execute({ email, password }: NewSuperuser): Promise<void> {
    const user = await this.createUser.execute({ email, password });
    const roleId = await this.findRole.execute(SUPERUSER);
    assertThat(roleId !== null, 'internal_error');
    await this.assignRole.execute(user.id, roleId);
  }
}
