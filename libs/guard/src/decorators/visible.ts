import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import { userOf } from '../guard/guarded-request.js';
import type { VisibilityScope } from '../visibility/visibility-scope.js';
import { ROUTE_SCOPED } from './route-metadata.js';

const visibleScope = createParamDecorator((type: string, context: ExecutionContext): VisibilityScope => {
  const user = userOf(context);
  if (user === null) throw new Error(`@Visible('${type}') needs a route that is not public`);
  return user.visible(type);
});

/**
 * Hands the handler the {@link VisibilityScope} of whoever calls: which items of a type they see.
 *
 * @param type - for example `deal`
 * @example
 * ```ts
 * @Get()
 * @RequirePermission('deal:read')
 * list(@Visible('deal') scope: VisibilityScope) {}
 * ```
 */
export const Visible =
  (type: string): ParameterDecorator =>
  (target, method, index) => {
    visibleScope(type)(target, method, index);
    const handler: unknown = method === undefined ? undefined : Reflect.get(target, method);
    if (typeof handler === 'function') SetMetadata(ROUTE_SCOPED, true)(handler);
  };
