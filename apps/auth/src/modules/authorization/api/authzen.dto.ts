/** Who wants to do something. */
export class AuthZenSubject {
  /** @example 'user' */
  type!: string;
  /** A user's id. */
  id!: string;
  /** Ignored: what a request says of its subject is never authority. */
  properties?: Record<string, unknown>;
}

/** What they want to do. */
export class AuthZenAction {
  /** @example 'read' */
  name!: string;
  properties?: Record<string, unknown>;
}

/** What they want to do it to. */
export class AuthZenResource {
  /** @example 'deal' */
  type!: string;
  id!: string;
  /**
   * What the calling service vouches for: `owner_id`, `follower_ids`, `visibility_group` (a number), `visible_to` (1, 3, 5
   * or 7), `team_id`, `parents` (each with `type` and `properties`).
   */
  properties?: Record<string, unknown>;
}

/** May this subject do this to that? */
export class EvaluationRequest {
  subject!: AuthZenSubject;
  action!: AuthZenAction;
  resource!: AuthZenResource;
  /** `acr: 'aal1'` asks for a session without a second factor. */
  context?: Record<string, unknown>;
}

/** How many questions are answered. */
export class EvaluationsOptions {
  /** `execute_all` (when nothing is said), `deny_on_first_deny` or `permit_on_first_permit`. */
  evaluations_semantic?: string;
}

/** Many questions; what one leaves out it takes from above. */
export class EvaluationsRequest {
  subject?: AuthZenSubject;
  action?: AuthZenAction;
  resource?: AuthZenResource;
  context?: Record<string, unknown>;
  /** Objects with any of `subject`, `action`, `resource`, `context`. */
  evaluations?: Record<string, unknown>[];
  options?: EvaluationsOptions;
}

/** Yes or no. */
export class EvaluationResponse {
  decision!: boolean;
  /** Of a denial: `reason`, and `status`, what the caller may answer (404 for what is not visible). */
  context?: Record<string, unknown>;
}

/** Yes or no to each question, in their order. */
export class EvaluationsResponse {
  evaluations?: EvaluationResponse[];
  /** Where no `evaluations` were given. */
  decision?: boolean;
  context?: Record<string, unknown>;
}

/** Which part of the results is wanted. */
export class SearchPageRequest {
  /** `next_token` of the page before. */
  token?: string;
  /** At most 1,000; 100 when nothing is said. */
  limit?: number;
}

/** Who may do this, to what may they do it, or what may they do: what is looked for is given by its type alone. */
export class SearchRequest {
  subject!: Partial<AuthZenSubject>;
  action?: AuthZenAction;
  resource!: Partial<AuthZenResource>;
  context?: Record<string, unknown>;
  page?: SearchPageRequest;
}

/** Which part of the results this is. */
export class SearchPageResponse {
  /** Empty on the last page. */
  next_token!: string;
  count!: number;
}

/** What was found. */
export class SearchResponse {
  page!: SearchPageResponse;
  context?: Record<string, unknown>;
  /** Subjects and resources with `type` and `id`, actions with `name`. */
  results!: Record<string, unknown>[];
}

/** Where the parts of this decision point are. */
export class AuthZenConfiguration {
  policy_decision_point!: string;
  access_evaluation_endpoint!: string;
  access_evaluations_endpoint!: string;
  search_subject_endpoint!: string;
  search_resource_endpoint!: string;
  search_action_endpoint!: string;
}
