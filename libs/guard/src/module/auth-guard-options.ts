import type { Type } from '@nestjs/common';
import type { ResourceDeclaration } from '../catalogue/resource-declaration.js';
import type { SigningAlgorithm } from '../tokens/signing-algorithm.js';

/** What a service says of itself and of the auth service. */
export interface AuthGuardOptions {
  /** The auth service's issuer, exactly as its tokens name it, for example `https://auth.example.com/auth`. */
  readonly issuer: string;
  /** For whom tokens have to be: the service's `TOKEN_AUDIENCE`. */
  readonly audience: string;
  /** This service's name in the catalogue of permissions, for example `tasks`. */
  readonly service: string;
  /** The id of this service's account. */
  readonly clientId: string;
  /** A secret of that account. */
  readonly clientSecret: string;
  /** What this service protects. Registered at boot; nothing is registered without it. */
  readonly resources?: readonly ResourceDeclaration[];
  /** Controllers of other packages, which cannot say `@Public()` themselves and are for everybody. */
  readonly publicControllers?: readonly Type[];
  /** Where the auth service answers, if that differs from the issuer: an address inside the cluster, ending in `/auth`. */
  readonly url?: string;
  /** Algorithms that signatures may have; all that the service offers when nothing is said. */
  readonly algorithms?: readonly SigningAlgorithm[];
  /** How old knowledge may be for a route that says nothing else, in milliseconds; 5000 when nothing is said. */
  readonly maxStalenessMs?: number;
  /** How long a request waits for the auth service, in milliseconds; 1500 when nothing is said. */
  readonly timeoutMs?: number;
}
