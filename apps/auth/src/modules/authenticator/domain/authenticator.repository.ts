import { Injectable } from '@nestjs/common';
import { Database } from '../../../core/database/index.js';
import type { SecondFactorMethod } from './authenticator.view.js';

/** Reads what an account can show beside its password, over all kinds at once. */
@Injectable()
export class AuthenticatorRepository {
  constructor(private readonly database: Database) {}

  /** Recovery codes count only beside another factor. */
  async methodsOf(userId: string): Promise<SecondFactorMethod[]> {
    const [row] = await this.database.query<{ totp: boolean; passkey: boolean; codes: boolean }>(
      `SELECT EXISTS (SELECT FROM totp_authenticators WHERE user_id = $1 AND confirmed_at IS NOT NULL) AS totp,
         EXISTS (SELECT FROM passkeys WHERE user_id = $1) AS passkey,
         EXISTS (SELECT FROM recovery_codes WHERE user_id = $1 AND used_at IS NULL) AS codes`,
      [userId],
    );
    if (row === undefined || !(row.totp || row.passkey)) return [];
    return [
      ...(row.totp ? (['totp'] as const) : []),
      ...(row.passkey ? (['passkey'] as const) : []),
      ...(row.codes ? (['recovery_code'] as const) : []),
    ];
  }
}
