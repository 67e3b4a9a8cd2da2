import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** One row that counts the changes. Who changes anything locks it, so that commit order is revision order. */
@Entity('authorization_revision')
@Check('authorization_revision_one_row', 'id = 1')
export class AuthorizationRevision {
  @PrimaryColumn({ type: 'smallint', primaryKeyConstraintName: 'authorization_revision_pkey' })
  id!: number;

  @Column({ type: 'bigint' })
  rev!: string;

  /** Changes up to this revision are forgotten: who knows no more than they has to begin anew. */
  @Column({ name: 'pruned_rev', type: 'bigint', default: 0 })
  prunedRev!: string;
}
