import { ServiceUnreachable } from './service-errors.js';

/**
 * Waits for something, for so long at most. What comes later is left to itself.
 *
 * @throws ServiceUnreachable when it takes longer
 */
export async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new ServiceUnreachable(`nothing within ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
