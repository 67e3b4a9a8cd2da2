import { Controller, Get, Header } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Public } from '../../../core/access/index.js';
import { DescribeAuthorizationServer } from '../domain/queries/describe-authorization-server.js';
import type { AuthorizationServerResponse } from './oauth.dto.js';

@ApiTags('OAuth')
@Controller()
export class AuthorizationServerController {
  constructor(private readonly describe: DescribeAuthorizationServer) {}

  /** Where everything is, at the address that RFC 8414, section 3, makes of an issuer with a path. */
  @Get('.well-known/oauth-authorization-server/auth')
  @Header('cache-control', 'public, max-age=300')
  @Public()
  findByIssuer(): AuthorizationServerResponse {
    return this.find();
  }

  /** The same below our own path, for where a proxy lets nothing else through. */
  @Get('auth/.well-known/oauth-authorization-server')
  @Header('cache-control', 'public, max-age=300')
  @Public()
  find(): AuthorizationServerResponse {
    return this.describe.execute() as unknown as AuthorizationServerResponse;
  }
}
