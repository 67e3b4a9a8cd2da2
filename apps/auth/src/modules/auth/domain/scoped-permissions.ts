import { type PermissionName, PermissionSet } from '@auth-service/authorization';

/** What is left of a set of permissions within a scope, worked out once for each pair, as long as both are remembered. */
export class ScopedPermissions {
  private readonly known = new WeakMap<PermissionSet, WeakMap<object, PermissionSet>>();

  of(held: PermissionSet, scope: PermissionSet | readonly string[]): PermissionSet {
    const ofHeld = this.known.get(held) ?? new WeakMap<object, PermissionSet>();
    this.known.set(held, ofHeld);
    const known = ofHeld.get(scope);
    if (known !== undefined) return known;
    const limit =
      scope instanceof PermissionSet ? scope : new PermissionSet(scope as readonly PermissionName[]);
    const left = held.intersection(limit);
    ofHeld.set(scope, left);
    return left;
  }
}
