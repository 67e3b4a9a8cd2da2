import type { ImportedUser } from './imported-user.entity.js';
import type { PreparedRow } from './commands/prepare-import-row.js';

type Row = Pick<PreparedRow, 'user' | 'externalId'>;

/** Who of a file is there already, by their id in the source or else by their address. */
export class KnownUsers {
  private readonly externalIds: Set<string>;
  private readonly externalIdOf: Map<string, string>;

  /**
   * @param idByEmail - users who have an address of the file
   * @param links - what is known of the ids in the source, of the file and of these users
   */
  constructor(
    private readonly idByEmail: Map<string, string>,
    links: readonly Pick<ImportedUser, 'externalId' | 'userId'>[],
  ) {
    this.externalIds = new Set(links.map(({ externalId }) => externalId));
    this.externalIdOf = new Map(links.map(({ externalId, userId }) => [userId, externalId]));
  }

  has({ user, externalId }: Row): boolean {
    return (externalId !== null && this.externalIds.has(externalId)) || this.idByEmail.has(user.email);
  }

  /** The id in the source of somebody else who has the row's address; null: nobody has it. */
  otherHolderOf({ user, externalId }: Row): string | null {
    if (externalId === null || this.externalIds.has(externalId)) return null;
    const holder = this.idByEmail.get(user.email);
    return holder === undefined || holder === externalId ? null : (this.externalIdOf.get(holder) ?? null);
  }

  add({ user, externalId }: Row): void {
    this.idByEmail.set(user.email, user.id);
    if (externalId === null) return;
    this.externalIds.add(externalId);
    this.externalIdOf.set(user.id, externalId);
  }
}
