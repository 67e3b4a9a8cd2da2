import { Injectable } from '@nestjs/common';
import { ImpersonationRepository, type LiveImpersonation } from '../impersonation.repository.js';

/** Lists the sessions in which somebody acts in another's name at this moment, of all instances. */
@Injectable()
export class ListLiveImpersonations {
  constructor(private readonly impersonations: ImpersonationRepository) {}

  execute(): Promise<LiveImpersonation[]> {
    return this.impersonations.listLive();
  }
}
