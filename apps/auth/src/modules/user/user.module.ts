import { Module } from '@nestjs/common';
import { MemoryRoutes, PermissionCatalogue } from '../../core/access/index.js';
import { UserController } from './api/user.controller.js';
import { AddUser } from './domain/commands/add-user.js';
import { AddUsers } from './domain/commands/add-users.js';
import { ChangeUserStatus } from './domain/commands/change-user-status.js';
import { ChangeUser } from './domain/commands/change-user.js';
import { ConfirmUserEmail } from './domain/commands/confirm-user-email.js';
import { CreateUser } from './domain/commands/create-user.js';
import { DeleteUser } from './domain/commands/delete-user.js';
import { AssertPasswordSuffices } from './domain/commands/assert-password-suffices.js';
import { HashNewPassword } from './domain/commands/hash-new-password.js';
import { NoteLogin } from './domain/commands/note-login.js';
import { SetUserPassword } from './domain/commands/set-user-password.js';
import { TakeOverUser } from './domain/commands/take-over-user.js';
import { WithdrawPassword } from './domain/commands/withdraw-password.js';
import { UpdateUser } from './domain/commands/update-user.js';
import { VerifyPassword } from './domain/commands/verify-password.js';
import { PasswordDecoys } from './domain/password-decoys.js';
import { ProfileSchema } from './domain/profile-schema.js';
import { CountNewUsersByDay } from './domain/queries/count-new-users-by-day.js';
import { CountUsers } from './domain/queries/count-users.js';
import { FindEmails } from './domain/queries/find-emails.js';
import { FindUserByEmail } from './domain/queries/find-user-by-email.js';
import { FilterUsers } from './domain/queries/filter-users.js';
import { FindUsersByEmail } from './domain/queries/find-users-by-email.js';
import { GetUser } from './domain/queries/get-user.js';
import { HasPassword } from './domain/queries/has-password.js';
import { ListUsers } from './domain/queries/list-users.js';
import { ReadAllUsers } from './domain/queries/read-all-users.js';
import { UserCache } from './domain/user-cache.js';
import { UserBatchRepository } from './domain/user-batch.repository.js';
import { CredentialsRepository } from './domain/credentials.repository.js';
import { UserRepository } from './domain/user.repository.js';

const doors = [
  CreateUser,
  AddUser,
  AddUsers,
  FilterUsers,
  FindUsersByEmail,
  ReadAllUsers,
  AssertPasswordSuffices,
  HashNewPassword,
  ConfirmUserEmail,
  FindEmails,
  FindUserByEmail,
  UpdateUser,
  ChangeUser,
  ChangeUserStatus,
  SetUserPassword,
  WithdrawPassword,
  DeleteUser,
  VerifyPassword,
  TakeOverUser,
  NoteLogin,
  HasPassword,
  GetUser,
  ListUsers,
  CountUsers,
  CountNewUsersByDay,
];

/**
 * Owns users: core data, supplementary attributes and password hashes. Logging in belongs to `auth`, what users may
 * do to `rbac` and `authorization`.
 */
@Module({
  controllers: [UserController],
  providers: [
    CredentialsRepository,
    UserRepository,
    UserBatchRepository,
    UserCache,
    ProfileSchema,
    PasswordDecoys,
    ...doors,
  ],
  exports: [...doors, ProfileSchema],
})
export class UserModule {
  constructor(catalogue: PermissionCatalogue, memoryRoutes: MemoryRoutes, getUser: GetUser) {
    memoryRoutes.add(UserController, 'me', ({ userId }) => getUser.recall(userId));
    catalogue.declare(
      {
        key: 'user',
        description: 'Users',
        actions: {
          read: 'See users',
          create: 'Make users',
          update: 'Change and disable users',
          set_password: "Set users' passwords",
          delete: 'Delete users',
          impersonate: 'Act in the name of users',
        },
      },
      {
        key: 'own_profile',
        description: "One's own data",
        actions: { read: 'See yourself', update: 'Change your own data' },
      },
    );
  }
}
