import { Injectable } from '@nestjs/common';
import { AppError } from '../../../../core/errors/index.js';
import { Authenticate } from '../../../auth/index.js';

/** Has somebody who is logged in show once more that it is them. Attempts count like those of a login. */
@Injectable()
export class ConfirmOwnPassword {
  constructor(private readonly authenticate: Authenticate) {}

  /**
   * @param field - of the request, named when the password is wrong
   * @throws AppError `invalid_credentials`, `too_many_attempts`, `overloaded`
   */
  async execute(email: string, password: string, field: string): Promise<void> {
    try {
      await this.authenticate.again({ email, password });
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'invalid_credentials') throw error;
      throw AppError.forField('invalid_credentials', field, 'This is not your password.');
    }
  }
}
