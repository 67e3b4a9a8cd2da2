import { isDatabaseFault } from '../../../core/database/index.js';
import { AppError } from '../../../core/errors/index.js';

/** @throws AppError `already_exists` when the work gives two roles one name */
export async function refuseSameName(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!isDatabaseFault(error, 'unique', 'roles_name_key')) throw error;
    throw AppError.forField('already_exists', 'name', 'There is a role with this name.');
  }
}
