import { Type } from 'class-transformer';
import { IsInt, Max, Min } from 'class-validator';
import type { ChainFaultKind } from '../domain/chain-links.js';

const MAX_PART = 5000;

/** Which part of the chain is to be verified. */
export class VerificationQuery {
  /** Where the part before ended; 0 at the beginning. */
  @IsInt()
  @Min(0)
  @Max(Number.MAX_SAFE_INTEGER)
  @Type(() => Number)
  after = 0;

  /** Entries to verify. */
  @IsInt()
  @Min(1)
  @Max(MAX_PART)
  @Type(() => Number)
  limit: number = MAX_PART;
}

/** The first place that is not as it was sealed. */
export class ChainFaultResponse {
  /** `removed`: the entry of this place is gone. `head`: the recorded end of the chain is gone or not genuine. */
  kind!: ChainFaultKind;
  position!: number;
  /** The entry that stands there; null where one is missing. */
  eventId!: string | null;
}

/** What a part of the chain was found to be. */
export class ChainCheckResponse {
  /** Up to this place all is as it was sealed. */
  verified!: number;
  /** The hash there, in hexadecimal. Kept elsewhere, it shows later whether the log's end was cut off. */
  hash!: string;
  /** How many entries are sealed. */
  sealed!: number;
  /** How many await it; null until the verification is complete. */
  unsealed!: number | null;
  fault!: ChainFaultResponse | null;
  /** Whether there is nothing more to verify. */
  isComplete!: boolean;
}
