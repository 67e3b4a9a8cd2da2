import type { TeamInvitation } from './team-invitation.entity.js';

/** What is shown of a team. */
export interface TeamView {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly memberCount: number;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** What is shown of somebody in a team. */
export interface TeamMemberView {
  readonly userId: string;
  readonly email: string;
  readonly displayName: string;
  readonly isManager: boolean;
  readonly joinedAt: Date;
}

/** What is shown of a team that somebody is in. */
export interface MembershipView {
  readonly teamId: string;
  readonly name: string;
  readonly isManager: boolean;
  readonly joinedAt: Date;
}

/** What is shown of an invitation into a team. */
export type TeamInvitationView = Pick<
  TeamInvitation,
  'id' | 'teamId' | 'email' | 'invitedBy' | 'createdAt' | 'expiresAt' | 'acceptedAt'
>;

/** How an invitation stands. */
export const invitationStates = ['open', 'accepted', 'expired'] as const;
export type InvitationState = (typeof invitationStates)[number];

/** Which part of a list is wanted. */
export interface TeamListQuery {
  readonly limit: number;
  readonly cursor?: string;
  /** Part of what the list shows. */
  readonly search?: string;
}

/** Which teams are wanted. */
export interface TeamSearchQuery extends TeamListQuery {
  /** Those that this user is in. */
  readonly userId?: string;
}

/** Which invitations are wanted. */
export interface InvitationListQuery extends TeamListQuery {
  readonly state?: InvitationState;
}
