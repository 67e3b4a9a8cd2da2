import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, type Principal, RequirePermission } from '../../../core/access/index.js';
import { IfMatch, UuidParam } from '../../../core/http/index.js';
import { ChangeUser } from '../domain/commands/change-user.js';
import { CreateUser } from '../domain/commands/create-user.js';
import { DeleteUser } from '../domain/commands/delete-user.js';
import { SetUserPassword } from '../domain/commands/set-user-password.js';
import { UpdateUser } from '../domain/commands/update-user.js';
import { GetUser } from '../domain/queries/get-user.js';
import { ListUsers } from '../domain/queries/list-users.js';
import {
  CreateUserRequest,
  OwnProfileRequest,
  SetPasswordRequest,
  UpdateUserRequest,
  type UserPage,
  UserQuery,
  type UserResponse,
} from './user.dto.js';

@ApiTags('users')
@Controller('auth/v1/users')
export class UserController {
  constructor(
    private readonly getUser: GetUser,
    private readonly listUsers: ListUsers,
    private readonly createUser: CreateUser,
    private readonly updateUser: UpdateUser,
    private readonly changeUser: ChangeUser,
    private readonly setUserPassword: SetUserPassword,
    private readonly deleteUser: DeleteUser,
  ) {}

  /** See yourself. */
  @Get('me')
  @RequirePermission('own_profile:read')
  me(@CurrentPrincipal() { userId }: Principal): Promise<UserResponse> {
    return this.getUser.execute(userId);
  }

  /** Change your own data. */
  @Patch('me')
  @RequirePermission('own_profile:update')
  updateMe(
    @CurrentPrincipal() { userId }: Principal,
    @Body() changes: OwnProfileRequest,
    @IfMatch() version?: number,
  ): Promise<UserResponse> {
    return this.updateUser.execute(userId, changes, version);
  }

  /** List users. */
  @Get()
  @RequirePermission('user:read')
  list(@Query() query: UserQuery): Promise<UserPage> {
    return this.listUsers.execute(query) as Promise<UserPage>;
  }

  /** Make a user. */
  @Post()
  @RequirePermission('user:create')
  create(@Body() user: CreateUserRequest): Promise<UserResponse> {
    return this.createUser.execute(user);
  }

  /** Read a user. */
  @Get(':id')
  @RequirePermission('user:read')
  find(@UuidParam() id: string): Promise<UserResponse> {
    return this.getUser.execute(id);
  }

  /** Change a user, or disable one. */
  @Patch(':id')
  @RequirePermission('user:update')
  update(
    @UuidParam() id: string,
    @Body() changes: UpdateUserRequest,
    @IfMatch() version?: number,
  ): Promise<UserResponse> {
    return this.changeUser.execute(id, changes, version);
  }

  /** Set a user's password. All sessions of the user end. */
  @Put(':id/password')
  @HttpCode(204)
  @RequirePermission('user:set_password')
  setPassword(@UuidParam() id: string, @Body() { password }: SetPasswordRequest): Promise<void> {
    return this.setUserPassword.execute(id, password);
  }

  /** Delete a user. */
  @Delete(':id')
  @HttpCode(204)
  @RequirePermission('user:delete')
  remove(@UuidParam() id: string, @IfMatch() version?: number): Promise<void> {
    return this.deleteUser.execute(id, version);
  }
}
