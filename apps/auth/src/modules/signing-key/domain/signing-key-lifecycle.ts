import { Injectable } from '@nestjs/common';
import { type AppConfig, InjectConfig } from '../../../core/config/index.js';
import {
  generateSigningKeyPair,
  JWKS_CACHE_SECONDS,
  type KeyPair,
  KeyRing,
  type SigningAlgorithm,
  SigningKeyRepository,
  type SigningKeyView,
} from '../../../core/crypto/index.js';
import { assertThat } from '../../../core/errors/index.js';
import { type AuditAction, RecordAuditEvent } from '../../audit/index.js';

/** An instance that has not heard of a rotation yet may sign with the old key for a moment, and clocks differ. */
const OVERLAP_MARGIN_SECONDS = 120;

/** When a new key begins to sign: once every copy of the published keys holds it, or at once. */
export type Activation = 'after_publication' | 'now';

/** The steps in the life of a signing key, each of them audited. To be taken inside a transaction that holds the lock. */
@Injectable()
export class SigningKeyLifecycle {
  constructor(
    @InjectConfig() private readonly config: AppConfig,
    private readonly keys: SigningKeyRepository,
    private readonly ring: KeyRing,
    private readonly audit: RecordAuditEvent,
  ) {}

  /** Waits for every other change to the keys and keeps further ones waiting until the end of the transaction. */
  async lock(): Promise<void> {
    await this.keys.lock();
  }

  /** @throws AppError `conflict` while a key waits to sign */
  async assertNoneWaits(): Promise<void> {
    const waiting = await this.keys.findByStatus('next');
    assertThat(waiting === null, 'conflict', {
      detail: `Key ${waiting?.id} is published and waits to sign. Let it sign now, or remove it first.`,
    });
  }

  /** Seconds that a key is published before it signs. */
  get publicationSeconds(): number {
    return this.config.accessTokenSeconds + JWKS_CACHE_SECONDS;
  }

  /** Makes a key and publishes it. */
  async make(algorithm: SigningAlgorithm = this.config.signingKeyAlgorithm): Promise<string> {
    const pair = await generateSigningKeyPair(algorithm);
    await this.publish(pair, 'signing_key.created');
    return pair.id;
  }

  /** Publishes a key; it signs later. */
  async publish(pair: KeyPair, action: 'signing_key.created' | 'signing_key.imported'): Promise<void> {
    await this.keys.insertNext(this.ring.seal(pair), this.publicationSeconds);
    await this.record(action, pair.id, { algorithm: pair.algorithm });
  }

  /** The published key signs from now on; the one before retires. */
  async activate(id: string): Promise<void> {
    const active = await this.keys.findByStatus('active');
    if (active !== null) {
      await this.keys.retire(active.id, this.config.accessTokenSeconds + OVERLAP_MARGIN_SECONDS);
      await this.record('signing_key.retired', active.id);
    }
    await this.keys.activate(id);
    await this.record('signing_key.activated', id);
  }

  /** The next key signs from now on; where there is none one is made. */
  async activateSuccessor(): Promise<void> {
    const next = await this.keys.findByStatus('next');
    await this.activate(next?.id ?? (await this.make()));
  }

  /** The key's tokens are worth nothing any more. */
  async remove({ id, status }: SigningKeyView, reason: string): Promise<void> {
    await this.keys.remove(id);
    await this.audit.execute({
      action: 'signing_key.removed',
      subjectType: 'signing_key',
      subjectId: id,
      before: { status },
      reason,
    });
  }

  private async record(action: AuditAction, id: string, after?: object): Promise<void> {
    await this.audit.execute({ action, subjectType: 'signing_key', subjectId: id, after });
  }
}
