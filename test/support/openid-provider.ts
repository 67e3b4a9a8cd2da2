import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { createHash, randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { once } from 'node:events';

/** How the provider lies; nothing of it for an honest one. */
export interface Lies {
  /** Replaces claims of the ID token; undefined takes one away. */
  claims?: Readonly<Record<string, unknown>>;
  /** Signs with a key that is not published. */
  foreignKey?: boolean;
  algorithm?: 'none' | 'HS256';
  /** Answers the token request like this. */
  status?: number;
  /** Seconds that the token request takes. */
  delaySeconds?: number;
}

type SigningKey = Awaited<ReturnType<typeof generateKeyPair>>['privateKey'];

interface Grant {
  readonly nonce: string;
  readonly challenge: string;
  readonly claims: Readonly<Record<string, unknown>>;
}

/** An OpenID Connect provider that can be told to lie. Nobody has to log in there: the test says who comes. */
export interface OpenIdProvider {
  readonly issuer: string;
  /** What it does wrong from now on; put back before each test. */
  lies: Lies;
  /**
   * Plays the browser at the provider.
   *
   * @param authorizationUrl - where our service sent the browser
   * @returns the query that the browser comes back with
   */
  authorize(authorizationUrl: string, claims: Readonly<Record<string, unknown>>): URLSearchParams;
}

export const CLIENT_ID = 'our-service';
export const CLIENT_SECRET = 'xyzzy-provider-secret';

/** Runs a provider for a test file. */
export function useOpenIdProvider(): OpenIdProvider {
  const grants = new Map<string, Grant>();
  let server: Server;
  let issuer = '';
  let keys: { own: SigningKey; foreign: SigningKey; jwk: object };

  const idToken = async (grant: Grant, lies: Lies): Promise<string> => {
    const now = Math.floor(Date.now() / 1000);
    const claims: Record<string, unknown> = {
      iss: issuer,
      aud: CLIENT_ID,
      sub: 'subject',
      iat: now,
      exp: now + 300,
      nonce: grant.nonce,
      ...grant.claims,
      ...lies.claims,
    };
    if (lies.algorithm === 'none') {
      const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
      return `${part({ alg: 'none' })}.${part(claims)}.`;
    }
    const hs256 = lies.algorithm === 'HS256';
    const key = hs256 ? Buffer.from(CLIENT_SECRET) : lies.foreignKey === true ? keys.foreign : keys.own;
    return new SignJWT(JSON.parse(JSON.stringify(claims)) as JWTPayload)
      .setProtectedHeader({ alg: hs256 ? 'HS256' : 'ES256', kid: 'k1' })
      .sign(key);
  };

  const token = async (form: URLSearchParams): Promise<{ status: number; body: object }> => {
    const { lies } = provider;
    if (lies.delaySeconds !== undefined)
      await new Promise((resolve) => setTimeout(resolve, (lies.delaySeconds ?? 0) * 1000));
    if (lies.status !== undefined) return { status: lies.status, body: { error: 'server_error' } };
    const grant = grants.get(form.get('code') ?? '');
    grants.delete(form.get('code') ?? '');
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    if (form.get('client_secret') !== CLIENT_SECRET)
      return { status: 401, body: { error: 'invalid_client' } };
    if (grant?.challenge !== challenge) return { status: 400, body: { error: 'invalid_grant' } };
    const body = { access_token: 'x', token_type: 'Bearer', id_token: await idToken(grant, lies) };
    return { status: 200, body };
  };

  beforeAll(async () => {
    const [own, foreign] = [await generateKeyPair('ES256'), await generateKeyPair('ES256')];
    const jwk = { ...(await exportJWK(own.publicKey)), kid: 'k1', alg: 'ES256', use: 'sig' };
    keys = { own: own.privateKey, foreign: foreign.privateKey, jwk };
    server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const answer = (status: number, body: object) =>
          response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
        if (request.url === '/.well-known/openid-configuration') {
          answer(200, {
            issuer,
            authorization_endpoint: `${issuer}/authorize`,
            token_endpoint: `${issuer}/token`,
            jwks_uri: `${issuer}/jwks`,
            response_types_supported: ['code'],
            subject_types_supported: ['public'],
            id_token_signing_alg_values_supported: ['ES256'],
            authorization_response_iss_parameter_supported: true,
          });
        } else if (request.url === '/jwks') answer(200, { keys: [keys.jwk] });
        else {
          void token(new URLSearchParams(Buffer.concat(chunks).toString())).then(({ status, body }) =>
            answer(status, body),
          );
        }
      });
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  beforeEach(() => {
    provider.lies = {};
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  const provider: OpenIdProvider = {
    get issuer() {
      return issuer;
    },
    lies: {},
    authorize(authorizationUrl, claims) {
      const asked = new URL(authorizationUrl).searchParams;
      const code = randomUUID();
      grants.set(code, {
        nonce: asked.get('nonce') ?? '',
        challenge: asked.get('code_challenge') ?? '',
        claims,
      });
      return new URLSearchParams({ code, state: asked.get('state') ?? '', iss: issuer });
    },
  };
  return provider;
}
