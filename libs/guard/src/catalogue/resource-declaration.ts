/** A kind of thing that a service protects, and what may be done with it. */
export interface ResourceDeclaration {
  /** For example `deal`: lower-case letters, digits and `_`. */
  readonly key: string;
  readonly description?: string;
  /** Each action with one line of description. */
  readonly actions: Readonly<Record<string, string>>;
}
