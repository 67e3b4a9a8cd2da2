import { Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RequirePermission } from '../../../core/access/index.js';
import { UuidParam } from '../../../core/http/index.js';
import { ForcePasswordReset } from '../domain/commands/force-password-reset.js';

@ApiTags('users')
@Controller('auth/v1/users')
export class UserPasswordController {
  constructor(private readonly forcePasswordReset: ForcePasswordReset) {}

  /** Make somebody set a new password, by a mailed link. The old one stops working, and all their sessions end. */
  @Post(':id/password-reset')
  @HttpCode(204)
  @RequirePermission('user:set_password')
  forceReset(@UuidParam() id: string): Promise<void> {
    return this.forcePasswordReset.execute(id);
  }
}
