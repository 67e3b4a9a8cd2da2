/** A column whose values are encrypted at rest. The names are code, never input. */
export interface EncryptedColumn {
  readonly table: string;
  /** The table's key. */
  readonly id: string;
  /** `bytea` */
  readonly data: string;
  /** Which key encryption key the value is encrypted under. */
  readonly encryptionKeyId: string;
  /** What was given as the context when the value was encrypted. */
  readonly context: (id: string) => string;
}
