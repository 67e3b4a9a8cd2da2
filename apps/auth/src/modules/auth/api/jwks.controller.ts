import { Controller, Get, Header } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Public } from '../../../core/access/index.js';
import { JWKS_CACHE_SECONDS, KeyRing } from '../../../core/crypto/index.js';
import type { JwksResponse } from './auth.dto.js';

@ApiTags('login')
@Controller('auth/.well-known')
export class JwksController {
  constructor(private readonly keys: KeyRing) {}

  /** The public keys that access tokens are signed with. */
  @Get('jwks.json')
  @Header('cache-control', `public, max-age=${JWKS_CACHE_SECONDS}`)
  @Public()
  async jwks(): Promise<JwksResponse> {
    return (await this.keys.jwks()) as unknown as JwksResponse;
  }
}
