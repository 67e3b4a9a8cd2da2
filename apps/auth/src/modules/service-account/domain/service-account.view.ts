import type { PermissionName, PermissionSet } from '@auth-service/authorization';

export const serviceAccountStatuses = ['active', 'disabled'] as const;
export type ServiceAccountStatus = (typeof serviceAccountStatuses)[number];

/** What is shown of a service account. */
export interface ServiceAccountView {
  /** `client_id` */
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly permissions: readonly PermissionName[];
  readonly status: ServiceAccountStatus;
  readonly createdBy: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly version: number;
}

/** What is shown of a secret: never the secret itself. */
export interface ClientSecretView {
  readonly id: string;
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
  readonly lastUsedAt: Date | null;
}

/** A service account that may act. */
export interface LiveServiceAccount {
  readonly id: string;
  readonly name: string;
  /** What it was given, as far as it is registered. */
  readonly permissions: PermissionSet;
}

/** What is written of a service account. */
export type ServiceAccountContent = Pick<
  ServiceAccountView,
  'name' | 'description' | 'permissions' | 'status'
>;
