/** What a service asks for (RFC 6749, section 4.4.2). */
export class ServiceTokenRequest {
  grant_type!: 'client_credentials';
  /** Permissions, separated by spaces; all that the service has when nothing is said. */
  scope?: string;
}

/** An access token of a service's own (RFC 6749, section 5.1). */
export class ServiceTokenResponse {
  access_token!: string;
  token_type!: 'Bearer';
  /** Seconds that it lives. */
  expires_in!: number;
  /** Its permissions, separated by spaces. */
  scope!: string;
}

/** A token that is asked about, or to be revoked. */
export class TokenRequest {
  /** An access token, a refresh token or an API key. */
  token!: string;
  /** Not needed, and not looked at. */
  token_type_hint?: string;
}

/** What is told of a token (RFC 7662). Of one that is not good `active` alone. */
export class IntrospectionResponse {
  /** Whether it is good at this moment. */
  active!: boolean;
  token_type?: 'Bearer';
  iss?: string;
  aud?: string;
  /** The user's id; of a service's own token the service account's. */
  sub?: string;
  client_id?: string;
  /** The session's id. */
  sid?: string;
  /** Permissions, separated by spaces: of API keys and of services' own tokens. */
  scope?: string;
  auth_time?: number;
  amr?: string[];
  acr?: string;
  iat?: number;
  exp?: number;
  jti?: string;
}

/** An error (RFC 6749, section 5.2). */
export class OAuthErrorResponse {
  error!: string;
  error_description!: string;
}

/** Where everything is (RFC 8414). */
export class AuthorizationServerResponse {
  issuer!: string;
  jwks_uri!: string;
  token_endpoint!: string;
  introspection_endpoint!: string;
  revocation_endpoint!: string;
}
