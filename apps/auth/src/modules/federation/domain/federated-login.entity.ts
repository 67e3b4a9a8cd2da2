import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A login that is on its way to another identity provider and back. */
@Entity('federated_logins')
@Index('federated_logins_expires_at_idx', ['expiresAt'])
export class FederatedLogin {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'federated_logins_pkey' })
  id!: string;

  /** SHA-256 of `state`. */
  @Column({ type: 'bytea' })
  hash!: Buffer;

  /** SHA-256 of what the browser keeps in a cookie: in another browser the answer is worth nothing. */
  @Column({ name: 'browser_hash', type: 'bytea' })
  browserHash!: Buffer;

  @Column({ type: 'text' })
  provider!: string;

  @Column({ type: 'text' })
  nonce!: string;

  /** RFC 7636. Worth something only together with the code, which the browser brings. */
  @Column({ name: 'code_verifier', type: 'text' })
  codeVerifier!: string;

  /** Where to go afterwards: a path of ours, or an app's address that is configured. */
  @Column({ name: 'return_to', type: 'text' })
  returnTo!: string;

  /** Who is logged in and wants to link the identity. */
  @Column({ name: 'link_user_id', type: 'uuid', nullable: true })
  linkUserId!: string | null;

  @Column({ name: 'link_session_id', type: 'uuid', nullable: true })
  linkSessionId!: string | null;

  /** `S256` challenge of the app that gets the tokens; null for a login of the browser. */
  @Column({ name: 'app_challenge', type: 'text', nullable: true })
  appChallenge!: string | null;

  /** Who came in, until the app takes the tokens. */
  @Column({ name: 'user_id', type: 'uuid', nullable: true })
  userId!: string | null;

  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt!: Date;

  @Column({ name: 'used_at', type: 'timestamptz', nullable: true })
  usedAt!: Date | null;
}
