import type { AssuranceLevel } from '@auth-service/authorization';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { randomUUID } from 'node:crypto';
import type { TestUser } from './test-records.js';

const KEY_ID = 'test';
const ALGORITHM = 'ES256';
const APP_ID = 'test-app';
const LIFE_SECONDS = 300;

/** What is said of a login. */
export interface TestLogin {
  /** A new session when nothing is said. */
  readonly sessionId?: string;
  /** Who acts in their name; themselves when nothing is said. */
  readonly impersonatorId?: string;
  /** `aal2`: with a second factor. */
  readonly level?: AssuranceLevel;
  /** When they showed who they are; now when nothing is said. */
  readonly authenticatedAt?: Date;
}

/** Signs access tokens as the auth service does. */
export class TestTokens {
  private readonly keys = generateKeyPair(ALGORITHM);

  constructor(
    readonly issuer: string,
    readonly audience: string,
  ) {}

  async issue(
    { id }: TestUser,
    revision: number,
    { sessionId = randomUUID(), impersonatorId, level = 'aal1', authenticatedAt = new Date() }: TestLogin,
  ): Promise<string> {
    return this.sign(id, {
      client_id: APP_ID,
      sid: sessionId,
      auth_time: Math.floor(authenticatedAt.getTime() / 1000),
      amr: level === 'aal2' ? ['pwd', 'otp'] : ['pwd'],
      acr: level,
      arv: revision,
      ...(impersonatorId !== undefined && { act: { sub: impersonatorId } }),
    });
  }

  /** The token of a service itself. */
  async issueForService(clientId: string): Promise<string> {
    return this.sign(clientId, { client_id: clientId });
  }

  private async sign(subject: string, claims: object): Promise<string> {
    const { privateKey } = await this.keys;
    return new SignJWT({ ...claims, jti: randomUUID() })
      .setProtectedHeader({ alg: ALGORITHM, typ: 'at+jwt', kid: KEY_ID })
      .setIssuer(this.issuer)
      .setAudience(this.audience)
      .setSubject(subject)
      .setIssuedAt()
      .setExpirationTime(`${LIFE_SECONDS}s`)
      .sign(privateKey);
  }

  /** The public keys, as a JSON Web Key Set (RFC 7517, section 5). */
  async published(): Promise<{ readonly keys: readonly object[] }> {
    const { publicKey } = await this.keys;
    return { keys: [{ ...(await exportJWK(publicKey)), kid: KEY_ID, alg: ALGORITHM, use: 'sig' }] };
  }
}
