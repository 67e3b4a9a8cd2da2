/** All that a user may do now. */
export class EffectivePermissionsResponse {
  userId!: string;
  /** In alphabetical order, wildcards replaced by what they stand for. @example ['deal:read'] */
  permissions!: string[];
}
