import type { RequestContext } from '../../../core/context/index.js';
import { AppError } from '../../../core/errors/index.js';

/** What somebody is told who tries to. */
export const ownSuperuserRefused = (): AppError =>
  new AppError('conflict', {
    detail: 'Nobody takes away or limits their own superuser role; another superuser can.',
  });

/**
 * Nobody takes away or limits their own superuser role (rule E5).
 *
 * @throws AppError `conflict`
 */
export function assertNotOneself(userId: string, { actor }: RequestContext): void {
  if (actor?.userId !== userId) return;
  throw ownSuperuserRefused();
}
