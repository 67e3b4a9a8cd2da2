import { Injectable } from '@nestjs/common';
import { EndSession } from '../../../session/index.js';

/** Logs out: the session ends on the server, with all its tokens. */
@Injectable()
export class Logout {
  constructor(private readonly endSession: EndSession) {}

  async execute(sessionId: string): Promise<void> {
    await this.endSession.execute(sessionId, 'logout');
  }
}
