import { Injectable } from '@nestjs/common';
import { decodeCursor, type Page, toPage } from '../../../../core/http/page.js';
import { InvitationRepository, type InvitationView } from '../invitation.repository.js';

const SORT = '-id';

/** Lists the invitations, the newest first. */
@Injectable()
export class ListInvitations {
  constructor(private readonly invitations: InvitationRepository) {}

  async execute({ limit, cursor }: { limit: number; cursor?: string }): Promise<Page<InvitationView>> {
    const after = cursor === undefined ? null : decodeCursor(SORT, cursor);
    const rows = await this.invitations.list(limit, after?.id ?? null);
    return toPage(rows, limit, SORT, ({ id }) => ({ value: null, id }));
  }
}
