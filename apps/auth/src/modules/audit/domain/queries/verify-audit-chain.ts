import { Injectable } from '@nestjs/common';
import { sameHash } from '../../../../core/crypto/index.js';
import { AppLogger } from '../../../../core/telemetry/index.js';
import { AuditChainRepository, type StoredChainEnd } from '../audit-chain.repository.js';
import { ChainKey } from '../chain-key.js';
import { BEGINNING, type ChainEnd, type ChainFault, endMark, findFault } from '../chain-links.js';

/** What a part of the chain was found to be. */
export interface ChainCheck {
  /** Up to where all is as it was sealed, and the hash there. */
  readonly verified: number;
  readonly hash: string;
  /** How many entries are sealed. */
  readonly sealed: number;
  /** How many await it; told at the end. */
  readonly unsealed: number | null;
  readonly fault: ChainFault | null;
  /** Whether there is nothing more to verify. */
  readonly isComplete: boolean;
}

/** Verifies the audit log a part at a time. */
@Injectable()
export class VerifyAuditChain {
  constructor(
    private readonly entries: AuditChainRepository,
    private readonly key: ChainKey,
    private readonly logger: AppLogger,
  ) {}

  /**
   * @param after - up to where the part before was verified; 0 at the beginning
   * @param limit - how many entries to verify
   */
  async execute(after: number, limit: number): Promise<ChainCheck> {
    const { end, lastPosition } = await this.entries.state();
    const sealed = end?.position ?? lastPosition;
    const key = end === null ? null : this.genuineKey(end);
    const start = { position: after, hash: await this.hashAt(after) };
    const [through, fault] = await this.verify(key, start, sealed, limit);
    const isLast = through.position >= sealed;
    const found = fault ?? (isLast && lastPosition > sealed ? await this.surplus(sealed) : null);
    const isComplete = found !== null || isLast;
    if (found !== null) this.logger.error({ fault: found }, 'the audit log is not as it was sealed');
    return {
      verified: through.position,
      hash: through.hash.toString('hex'),
      sealed,
      unsealed: isComplete ? await this.entries.countUnsealed() : null,
      fault: found,
      isComplete,
    };
  }

  private async verify(
    key: Buffer | null,
    start: { readonly position: number; readonly hash: Buffer | null },
    sealed: number,
    limit: number,
  ): Promise<[ChainEnd, ChainFault | null]> {
    const { position, hash } = start;
    if (hash === null) return [{ position: 0, hash: BEGINNING }, missing(position)];
    const end = { position, hash };
    if (key === null) return [end, sealed === 0 ? null : { kind: 'head', position: sealed, eventId: null }];
    const links = (await this.entries.sealedAfter(position, limit)).filter((link) => link.position <= sealed);
    const fault = findFault(key, end, links);
    const good = fault === null ? links : links.filter((link) => link.position < fault.position);
    const through = good.at(-1) ?? end;
    const isShort = fault === null && links.length < limit && through.position < sealed;
    return [through, isShort ? missing(through.position + 1) : fault];
  }

  /** null when the recorded end was written without the key. */
  private genuineKey(end: StoredChainEnd): Buffer | null {
    try {
      const key = this.key.open(end);
      return sameHash(endMark(key, end), end.mark) ? key : null;
    } catch {
      return null;
    }
  }

  private async hashAt(position: number): Promise<Buffer | null> {
    return position === 0 ? BEGINNING : this.entries.hashAt(position);
  }

  /** Entries that claim places behind the chain's end. */
  private async surplus(sealed: number): Promise<ChainFault | null> {
    const [first] = await this.entries.sealedAfter(sealed, 1);
    return first === undefined ? null : { kind: 'inserted', position: first.position, eventId: first.id };
  }
}

const missing = (position: number): ChainFault => ({ kind: 'removed', position, eventId: null });
