import type { PasskeyResponse } from '../../modules/authenticator/index.js';
import { AppError } from '../../core/errors/index.js';

/**
 * Reads what our script put into a form. What it says is checked where passkeys are verified.
 *
 * @throws AppError `invalid_passkey` for what is no JSON object
 */
export function passkeyResponse(text: string | undefined): PasskeyResponse {
  try {
    const value: unknown = JSON.parse(text ?? '');
    if (typeof value === 'object' && value !== null) return value as PasskeyResponse;
  } catch {
    // Falls through: it is none.
  }
  throw new AppError('invalid_passkey');
}
