import { Injectable } from '@nestjs/common';
import { isPermissionName, type PermissionName } from '@auth-service/authorization';

/** A kind of thing that is protected, and what may be done with it. */
export interface ResourceDeclaration {
  /** `[a-z][a-z0-9_]*` */
  readonly key: string;
  readonly description: string;
  /** Action to one line of description. */
  readonly actions: Readonly<Record<string, string>>;
}

/** The service's own resources and permissions, as its modules declare them while the application starts. */
@Injectable()
export class PermissionCatalogue {
  private readonly declared = new Map<string, ResourceDeclaration>();

  /** @throws Error for a name that is no permission, or a resource declared twice */
  declare(...resources: ResourceDeclaration[]): void {
    for (const resource of resources) {
      if (this.declared.has(resource.key)) throw new Error(`resource declared twice: ${resource.key}`);
      for (const action of Object.keys(resource.actions)) {
        if (!isPermissionName(`${resource.key}:${action}`))
          throw new Error(`not a permission: ${resource.key}:${action}`);
      }
      this.declared.set(resource.key, resource);
    }
  }

  get resources(): readonly ResourceDeclaration[] {
    return [...this.declared.values()];
  }

  has(permission: PermissionName): boolean {
    const [resource = '', action = ''] = permission.split(':');
    return Object.hasOwn(this.declared.get(resource)?.actions ?? {}, action);
  }
}
