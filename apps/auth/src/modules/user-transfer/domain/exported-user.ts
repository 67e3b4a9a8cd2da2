import type { TransferredUser } from '../../user/index.js';

/** A user in the form in which they can be imported. */
export type ExportedUser = Omit<TransferredUser, 'id' | 'attributes' | 'passwordHash'> & {
  readonly externalId: string;
  /** Missing where the reader may not see roles. */
  readonly roles?: readonly string[];
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly passwordHash?: string;
};

export function toExportedUser(
  { id, attributes, passwordHash, ...user }: TransferredUser,
  roles: readonly string[] | null,
): ExportedUser {
  return {
    externalId: id,
    ...user,
    ...(roles && { roles }),
    attributes: attributes ?? {},
    ...(passwordHash && { passwordHash }),
  };
}
