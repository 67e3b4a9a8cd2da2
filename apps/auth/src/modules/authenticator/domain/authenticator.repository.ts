import { Injectable } from '@nestjs/common';
import { Database } from '../../../core/database/index.js';
import type { SecondFactorMethod } from './authenticator.view.js';

/** Reads what an account can show beside its password, over all kinds at once. */
@Injectable()
export class AuthenticatorRepository {
  /** Recovery codes count only beside another factor. */
  readonly methodsOf: (userId: string) => Promise<SecondFactorMethod[]>;

  constructor(private readonly database: Database) {
    this.methodsOf = database.batched((userIds: readonly string[]) => this.methodsOfAll(userIds));
  }

  private async methodsOfAll(userIds: readonly string[]): Promise<SecondFactorMethod[][]> {
    const rows = await this.database.query<{ totp: boolean; passkey: boolean; codes: boolean }>(
      `SELECT EXISTS (SELECT FROM totp_authenticators WHERE user_id = asked.id AND confirmed_at IS NOT NULL) AS totp,
         EXISTS (SELECT FROM passkeys WHERE user_id = asked.id) AS passkey,
         EXISTS (SELECT FROM recovery_codes WHERE user_id = asked.id AND used_at IS NULL) AS codes
       FROM unnest($1::uuid[]) WITH ORDINALITY AS asked (id, place) ORDER BY place`,
      [userIds],
    );
    return rows.map(({ totp, passkey, codes }) => {
      if (!totp && !passkey) return [];
      return [
        ...(totp ? (['totp'] as const) : []),
        ...(passkey ? (['passkey'] as const) : []),
        ...(codes ? (['recovery_code'] as const) : []),
      ];
    });
  }
}
