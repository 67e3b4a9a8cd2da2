/** What a caller may be told: an HTTP status (RFC 9110), a short title, and what to do. */
export interface ErrorDefinition {
  readonly status: number;
  readonly title: string;
  readonly advice: string;
}
