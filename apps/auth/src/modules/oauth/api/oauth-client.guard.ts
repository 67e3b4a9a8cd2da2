import { type CanActivate, createParamDecorator, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { RequestContext } from '../../../core/context/index.js';
import { AuthenticateServiceAccount, type LiveServiceAccount } from '../../service-account/index.js';
import { OAuthError } from '../domain/oauth-error.js';
import { readBasicCredentials } from './basic-credentials.js';

type ClientRequest = FastifyRequest & { oauthClient?: LiveServiceAccount };

/** Establishes which registered service calls, by HTTP Basic authentication. */
@Injectable()
export class OAuthClientGuard implements CanActivate {
  constructor(
    private readonly authenticate: AuthenticateServiceAccount,
    private readonly context: RequestContext,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<ClientRequest>();
    const credentials = readBasicCredentials(request.headers.authorization);
    const client =
      credentials && (await this.authenticate.execute(credentials.clientId, credentials.clientSecret));
    if (client === null)
      throw new OAuthError('invalid_client', 'Authenticate with client_id and client_secret by HTTP Basic.');
    request.oauthClient = client;
    this.context.setActor({
      userId: client.id,
      sessionId: client.id,
      credential: 'service_account',
      scope: client.permissions,
    });
    return true;
  }
}

/** Hands the service that calls to a route's handler. */
export const OAuthClient = createParamDecorator(
  (_: unknown, context: ExecutionContext): LiveServiceAccount => {
    const { oauthClient } = context.switchToHttp().getRequest<ClientRequest>();
    if (oauthClient === undefined) throw new Error('the route has no OAuthClientGuard');
    return oauthClient;
  },
);
