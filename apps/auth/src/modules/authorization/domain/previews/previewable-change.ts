import { isPermissionName, isPermissionPattern, type PermissionName } from '@auth-service/authorization';
import { AppError, type RowResult } from '../../../../core/errors/index.js';
import type { PreviewedChange } from './previewed-change.js';

type Given = Omit<PreviewedChange, 'change'>;

/** One kind of change: what its maker needs, and the very command that makes it. */
export interface PreviewableChange {
  readonly permission: PermissionName;
  run(given: Given): Promise<unknown>;
}

/**
 * Describes a kind of change; a field that it needs and that is not given is refused with `invalid_request`.
 *
 * @param needed - the fields without which `run` cannot work
 */
export function change<Needed extends keyof Given>(
  permission: PermissionName,
  needed: readonly Needed[],
  run: (
    given: Given & { readonly [Field in Needed]-?: Exclude<Given[Field], undefined> },
  ) => Promise<unknown>,
): PreviewableChange {
  return {
    permission,
    run(given) {
      const missing = needed.find((field) => given[field] === undefined);
      if (missing !== undefined)
        throw AppError.forField('invalid_request', missing, `${missing} is needed for this change`);
      return run(given as Parameters<typeof run>[0]);
    },
  };
}

/** @throws AppError `invalid_request` */
export function asPermission(name: string): PermissionName {
  if (isPermissionName(name)) return name;
  throw AppError.forField('invalid_request', 'permission', `no permission: ${name}`);
}

/** @throws AppError `invalid_request` */
export function asPattern(name: string): PermissionName {
  if (isPermissionPattern(name)) return name;
  throw AppError.forField('invalid_request', 'permissions', `neither permission nor wildcard: ${name}`);
}

/** What would be refused for one of many users is what the caller wants to know first, unless the others go on without. */
export function throwRefused(rows: readonly RowResult[], { isPartial = false }: Partial<Given>): void {
  const row = isPartial ? undefined : rows.find(({ error }) => error !== undefined);
  if (row?.error !== undefined)
    throw new AppError(row.error.code, { detail: `${row.userId}: ${row.error.detail}` });
}

/** What something is to be called and how it is to be described, as far as that is said. */
export const named = ({ name, description }: Given): { name?: string; description?: string } => ({
  ...(name !== undefined && { name }),
  ...(description !== undefined && { description }),
});
