import type { PermissionName } from '@auth-service/authorization';

/** The name under which the auth service's own resources stand in the catalogue. */
export const OWN_SERVICE = 'auth';

/** A kind of thing that a service protects, as its code declares it. */
export interface DeclaredResource {
  readonly key: string;
  readonly description?: string;
  readonly actions: readonly { readonly name: string; readonly description?: string }[];
}

/** A resource that is registered, with its permissions. */
export interface RegisteredResource {
  readonly id: string;
  readonly key: string;
  readonly service: string;
  readonly description: string;
  readonly permissions: readonly RegisteredPermission[];
}

/** A permission that is registered. */
export interface RegisteredPermission {
  readonly id: string;
  readonly name: PermissionName;
  readonly action: string;
  readonly description: string;
  readonly isDeprecated: boolean;
}

/** A permission that is declared and not registered. */
export interface MissingPermission {
  readonly resource: string;
  readonly action: string;
  readonly name: PermissionName;
  readonly description: string;
}

/** How what is registered differs from what a service's code declares. */
export interface CatalogueDifference {
  readonly missingResources: readonly DeclaredResource[];
  readonly missing: readonly MissingPermission[];
  /** Registered, and not declared any more. */
  readonly stale: readonly RegisteredPermission[];
  /** Marked as not declared, and declared again. */
  readonly returned: readonly RegisteredPermission[];
}

/**
 * Compares what is registered with what a service's code declares. Descriptions count no more once they are registered:
 * they may have been edited since.
 *
 * @param known - the service's own resources
 */
export function compareCatalogue(
  declared: readonly DeclaredResource[],
  known: readonly RegisteredResource[],
): CatalogueDifference {
  const keys = new Set(known.map(({ key }) => key));
  const permissions = new Map(
    known.flatMap(({ permissions: all }) => all.map((permission) => [permission.name, permission] as const)),
  );
  const wanted = declared.flatMap(({ key, actions }) =>
    actions.map(({ name: action, description = '' }): MissingPermission => ({
      resource: key,
      action,
      name: `${key}:${action}` as const,
      description,
    })),
  );
  const names = new Set(wanted.map(({ name }) => name));
  const registered = [...permissions.values()];
  return {
    missingResources: declared.filter(({ key }) => !keys.has(key)),
    missing: wanted.filter(({ name }) => !permissions.has(name)),
    stale: registered.filter(({ name, isDeprecated }) => !isDeprecated && !names.has(name)),
    returned: registered.filter(({ name, isDeprecated }) => isDeprecated && names.has(name)),
  };
}
