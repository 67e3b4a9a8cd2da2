import { Transform } from 'class-transformer';
import { IsEmail, IsIn, IsString, IsUUID, Length, MaxLength } from 'class-validator';
import { PartialType } from '@nestjs/swagger';
import { IfPresent, lowerCase, PageQuery } from '../../../core/http/index.js';
import { type InvitationState, invitationStates } from '../domain/team.view.js';

/** Which part of a list is wanted. */
export class TeamQuery extends PageQuery {
  /** Part of a name, a description or an e-mail address: of what the list shows. */
  @IfPresent()
  @IsString()
  @Length(1, 100)
  search?: string;
}

/** Which teams are wanted. */
export class TeamsQuery extends TeamQuery {
  /** Those that this user is in. */
  @IfPresent()
  @IsUUID()
  @Transform(lowerCase)
  userId?: string;
}

/** Which invitations into a team are wanted. */
export class TeamInvitationQuery extends TeamQuery {
  /** `open`: can be accepted; `expired`: can be no more. */
  @IfPresent()
  @IsIn(invitationStates)
  state?: InvitationState;
}

/** People who work together. */
export class TeamResponse {
  id!: string;
  name!: string;
  description!: string;
  memberCount!: number;
  /** Counts the changes; send it as `If-Match` with the next one. */
  version!: number;
  createdAt!: Date;
  updatedAt!: Date;
}

/** A page of teams. */
export class TeamPage {
  items!: TeamResponse[];
  /** Where the next page begins; null on the last one. */
  nextCursor!: string | null;
}

/** A new team. */
export class CreateTeamRequest {
  @IsString()
  @Length(1, 100)
  name!: string;

  @IfPresent()
  @IsString()
  @MaxLength(1000)
  description?: string;
}

/** What changes of a team. */
export class UpdateTeamRequest extends PartialType(CreateTeamRequest, { skipNullProperties: false }) {}

/** Somebody in a team. */
export class TeamMemberResponse {
  userId!: string;
  email!: string;
  displayName!: string;
  /** Managers say who is in the team. */
  isManager!: boolean;
  joinedAt!: Date;
}

/** A page of people in a team. */
export class TeamMemberPage {
  items!: TeamMemberResponse[];
  /** Where the next page begins; null on the last one. */
  nextCursor!: string | null;
}

/** A team that somebody is in. */
export class MembershipResponse {
  teamId!: string;
  name!: string;
  isManager!: boolean;
  joinedAt!: Date;
}

/** A page of teams that somebody is in, by name. */
export class MembershipPage {
  items!: MembershipResponse[];
  /** Where the next page begins; null on the last one. */
  nextCursor!: string | null;
}

/** Whom to ask into a team. */
export class TeamInvitationRequest {
  @IsEmail()
  @MaxLength(254)
  email!: string;
}

/** An invitation into a team. */
export class TeamInvitationResponse {
  id!: string;
  teamId!: string;
  email!: string;
  /** UUID of the user who invited. */
  invitedBy!: string | null;
  createdAt!: Date;
  expiresAt!: Date;
  acceptedAt!: Date | null;
}

/** A page of invitations into a team. */
export class TeamInvitationPage {
  items!: TeamInvitationResponse[];
  /** Where the next page begins; null on the last one. */
  nextCursor!: string | null;
}

/** The token of the link that invites into a team. */
export class AcceptTeamInvitationRequest {
  @IsString()
  @Length(1, 200)
  token!: string;
}
