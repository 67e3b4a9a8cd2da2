import { IsIn } from 'class-validator';
import { IfPresent } from '../../../core/http/index.js';
import {
  type SigningAlgorithm,
  signingAlgorithms,
  type SigningKeyStatus,
} from '../../../core/crypto/index.js';
import type { Activation } from '../domain/signing-key-lifecycle.js';

const activations = ['after_publication', 'now'] as const satisfies readonly Activation[];

/** How the signing key is to be replaced. */
export class RotationRequest {
  /** The configured one when nothing is said. */
  @IfPresent()
  @IsIn(signingAlgorithms)
  algorithm?: SigningAlgorithm;

  /** When the new key begins to sign: once every copy of the published keys holds it, or at once. */
  @IfPresent()
  @IsIn(activations)
  activation?: Activation;
}

/** A key that signs access tokens. */
export class SigningKeyResponse {
  /** `kid` of the tokens it signs. */
  id!: string;
  algorithm!: SigningAlgorithm;
  /** `next`: published; `active`: signs; `retired`: its tokens are still good; `removed`: they are not. */
  status!: SigningKeyStatus;
  createdAt!: Date;
  /** When it is due to sign. */
  activatesAt!: Date | null;
  activatedAt!: Date | null;
  retiredAt!: Date | null;
  verifiesUntil!: Date | null;
  removedAt!: Date | null;
}

/** The signing keys. */
export class SigningKeyList {
  items!: SigningKeyResponse[];
}
