import type { ActionContext, CurrentAdmin } from 'adminjs';
import type { PermissionName, PermissionSet } from '@auth-service/authorization';
import type { AuthenticationLevel } from '../../core/access/index.js';
import type { Impersonator } from '../../core/context/index.js';
import { AppError } from '../../core/errors/index.js';
import type { PanelField } from './panel-resource.types.js';

/** Who uses the panel, as established for this very request. */
export interface PanelAdmin extends CurrentAdmin {
  readonly id: string;
  readonly email: string;
  readonly sessionId: string;
  readonly permissions: PermissionSet;
  /** When, and how strongly, they last showed who they are. */
  readonly authenticatedAt: Date;
  readonly level: AuthenticationLevel;
  /** Who acts in their name; absent for themselves. */
  readonly impersonator?: Impersonator & { readonly email: string; readonly title: string };
  /** In which the panel speaks to them. */
  readonly language: string;
}

/** Tells whether somebody holds a permission; nobody holds one that is not named. */
export function may(admin: CurrentAdmin | undefined, permission: PermissionName | undefined): boolean {
  if (admin === undefined || permission === undefined) return false;
  return (admin as PanelAdmin).permissions.has(permission);
}

/** @throws AppError `forbidden` */
export function assertMay(
  context: Pick<ActionContext, 'currentAdmin'> | undefined,
  permission: PermissionName | undefined,
): void {
  if (may(context?.currentAdmin, permission)) return;
  throw new AppError(
    'forbidden',
    permission === undefined ? {} : { detail: `You may not do this: it needs ${permission}.` },
  );
}

/** The fields that somebody may see. */
export function readableFields(
  fields: readonly PanelField[],
  admin: CurrentAdmin | undefined,
): readonly PanelField[] {
  return fields.filter(({ readPermission }) => readPermission === undefined || may(admin, readPermission));
}

/** The fields that somebody may write; what cannot be seen cannot be written either. */
export function writableFields(
  fields: readonly PanelField[],
  place: 'new' | 'edit',
  admin: CurrentAdmin | undefined,
): readonly PanelField[] {
  return readableFields(fields, admin).filter(
    ({ places, writePermission }) =>
      places.includes(place) && (writePermission === undefined || may(admin, writePermission)),
  );
}
