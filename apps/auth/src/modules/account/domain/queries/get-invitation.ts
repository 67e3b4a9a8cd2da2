import { Injectable } from '@nestjs/common';
import { assertThat } from '../../../../core/errors/index.js';
import { InvitationRepository, type InvitationView } from '../invitation.repository.js';

/** Reads one invitation. */
@Injectable()
export class GetInvitation {
  constructor(private readonly invitations: InvitationRepository) {}

  /** @throws AppError `not_found` */
  async execute(id: string): Promise<InvitationView> {
    const invitation = await this.invitations.find(id);
    assertThat(invitation !== null, 'not_found');
    return invitation;
  }
}
