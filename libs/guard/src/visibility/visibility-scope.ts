import {
  type AuthorizationModel,
  type Viewer,
  type VisibilityCondition,
  visibilityCondition,
} from '@auth-service/authorization';

/** Which items of a type somebody sees. */
export class VisibilityScope {
  /** The rule as data. */
  readonly condition: VisibilityCondition;

  /** @param viewer - null for somebody who is not active: they see nothing */
  constructor(
    readonly viewer: Viewer | null,
    readonly model: AuthorizationModel,
    readonly type: string,
  ) {
    this.condition = visibilityCondition(viewer, model.tree);
  }
}
