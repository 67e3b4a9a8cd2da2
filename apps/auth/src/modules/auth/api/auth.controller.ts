import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  CurrentPrincipal,
  EvenWhileImpersonating,
  type Principal,
  Public,
  RequirePermission,
} from '../../../core/access/index.js';
import { Login } from '../domain/commands/login.js';
import { Logout } from '../domain/commands/logout.js';
import { Refresh } from '../domain/commands/refresh.js';
import { LoginRequest, RefreshRequest, type TokenResponse } from './auth.dto.js';

@ApiTags('login')
@Controller('auth/v1')
export class AuthController {
  constructor(
    private readonly loginCommand: Login,
    private readonly refreshCommand: Refresh,
    private readonly logoutCommand: Logout,
  ) {}

  /** Log in with e-mail and password. */
  @Post('login')
  @HttpCode(200)
  @Public()
  login(@Body() { deviceToken, ...credentials }: LoginRequest): Promise<TokenResponse> {
    return this.loginCommand.execute(credentials, deviceToken);
  }

  /** Exchange a refresh token for new tokens. */
  @Post('refresh')
  @HttpCode(200)
  @Public()
  refresh(@Body() { refreshToken }: RefreshRequest): Promise<TokenResponse> {
    return this.refreshCommand.execute(refreshToken);
  }

  /** Log out: this session ends, with all its tokens. */
  @Post('logout')
  @HttpCode(204)
  @RequirePermission('own_session:end')
  @EvenWhileImpersonating()
  logout(@CurrentPrincipal() { sessionId }: Principal): Promise<void> {
    return this.logoutCommand.execute(sessionId);
  }
}
