import { Injectable } from '@nestjs/common';
import { type AppConfig, InjectConfig } from '../../../../core/config/index.js';

const BASIC = ['client_secret_basic'];

/** Tells where everything is (RFC 8414). */
@Injectable()
export class DescribeAuthorizationServer {
  private readonly metadata: Readonly<Record<string, unknown>>;

  constructor(@InjectConfig() { issuer, publicUrl }: AppConfig) {
    this.metadata = {
      issuer,
      jwks_uri: `${issuer}/.well-known/jwks.json`,
      token_endpoint: `${issuer}/v1/oauth/token`,
      token_endpoint_auth_methods_supported: BASIC,
      grant_types_supported: ['client_credentials'],
      // Required, though there is no authorization endpoint yet.
      response_types_supported: [],
      introspection_endpoint: `${issuer}/v1/oauth/introspect`,
      introspection_endpoint_auth_methods_supported: BASIC,
      revocation_endpoint: `${issuer}/v1/oauth/revoke`,
      revocation_endpoint_auth_methods_supported: BASIC,
      service_documentation: `${publicUrl}/auth/mkdocs/concepts/services-and-api-keys.html`,
    };
  }

  execute(): Readonly<Record<string, unknown>> {
    return this.metadata;
  }
}
