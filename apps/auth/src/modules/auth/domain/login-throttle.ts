import { Injectable } from '@nestjs/common';
import { RequestContext } from '../../../core/context/index.js';
import { EncryptionAtRest } from '../../../core/crypto/index.js';
import { AppError } from '../../../core/errors/index.js';
import { LiveSettings } from '../../../core/settings/index.js';
import {
  type AttemptCounter,
  type CountedAttempt,
  LoginAttemptRepository,
} from './login-attempt.repository.js';

/** Passwords are counted by a keyed number, so that none can be found out from the counts. */
const PASSWORD_BUCKETS = 2 ** 24;

/** Somebody tries to get in with a password. */
export interface LoginAttemptOrigin {
  /** Normalized e-mail address, whether there is such an account or not. */
  readonly account: string;
  readonly password: string;
  /** Id of a device on which this account logged in before; null for a stranger. */
  readonly device: string | null;
}

interface Limited extends AttemptCounter {
  readonly limit: number;
}

/**
 * Slows down guessing. A known device is counted by itself, so that no stranger can lock its owner out. Strangers are
 * counted by account and network, by network, by account, and by password, against one password for many accounts.
 */
@Injectable()
export class LoginThrottle {
  constructor(
    private readonly settings: LiveSettings,
    private readonly attempts: LoginAttemptRepository,
    private readonly encryption: EncryptionAtRest,
    private readonly context: RequestContext,
  ) {}

  /**
   * Counts an attempt before its outcome is known, so that attempts at the same moment count too.
   *
   * @returns what to release once the password was right
   * @throws AppError `too_many_attempts`
   */
  async reserve(origin: LoginAttemptOrigin): Promise<CountedAttempt> {
    const counters = this.countersFor(origin);
    const attempt = { counters, ipAddress: this.context.client.ipAddress };
    const counts = await this.attempts.reserve(attempt, this.settings.values.loginFailureWindowSeconds);
    const exceeded = counts.filter(({ failures }, place) => failures > (counters[place]?.limit ?? 0));
    if (exceeded.length === 0) return attempt;
    throw AppError.tooManyAttempts(Math.max(...exceeded.map(({ waitSeconds }) => waitSeconds)));
  }

  /** The attempt has succeeded: it does not count, and neither do earlier ones on that device or from that network. */
  async release(attempt: CountedAttempt): Promise<void> {
    await this.attempts.release(attempt);
  }

  private countersFor({ account, password, device }: LoginAttemptOrigin): Limited[] {
    const { values } = this.settings;
    const limit = values.loginFailuresPerAccount;
    if (device !== null)
      return [{ subject: `device ${account} ${device}`, inNetwork: false, clears: true, limit }];
    const bucket = Math.floor(this.encryption.fractionOf(password, 'guessed passwords') * PASSWORD_BUCKETS);
    return [
      { subject: `account ${account}`, inNetwork: true, clears: true, limit },
      { subject: 'network', inNetwork: true, clears: false, limit: values.loginFailuresPerNetwork },
      {
        subject: `everywhere ${account}`,
        inNetwork: false,
        clears: false,
        limit: values.loginFailuresPerAccountOverall,
      },
      {
        subject: `password ${bucket.toString()}`,
        inNetwork: false,
        clears: false,
        limit: values.loginFailuresPerPassword,
      },
    ];
  }
}
