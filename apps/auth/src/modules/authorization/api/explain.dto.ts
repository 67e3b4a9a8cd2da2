/** Why somebody may do something, or why not. Moments are milliseconds since 1970. */
export class ExplanationResponse {
  decision!: boolean;
  /** Of a denial: `inactive`, `not_visible` or `not_permitted`. */
  reason?: string;
  /** The shortest way from the user over teams and roles to the permission; null when there is none. */
  path!: Record<string, unknown>[] | null;
  /** How the user stands to the item and to what it belongs to: the row of the visibility table. */
  sights!: Record<string, unknown>[];
  /** What would turn a denial. */
  remedies!: Record<string, unknown>[];
}

/** A condition in PostgreSQL's SQL, on the columns `owner_id`, `vg` and `visible_to`. */
export class PlannedSql {
  /** With `$1` and so on. */
  text!: string;
  values!: unknown[];
}

/** Which items of a list somebody may reach. */
export class PlanResponse {
  /** `ALLOW` all, `DENY` all, or a `CONDITION`. */
  effect!: 'ALLOW' | 'DENY' | 'CONDITION';
  /** Why nothing is left. */
  reason?: string;
  /** As data: of whom (`me`), of which groups (`mine`, `below`, `above`). */
  condition?: Record<string, unknown>;
  sql?: PlannedSql;
}
