/** A password that was checked and hashed, and may be stored. */
export interface NewPassword {
  readonly hash: string;
  /** Too short to be the only factor. */
  readonly needsSecondFactor: boolean;
}
