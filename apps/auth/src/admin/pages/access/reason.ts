import { z } from 'zod';
import { MAX_REASON_LENGTH, onOneLine } from '../../../core/http/index.js';

/** Why something is changed, as the dialogue with its preview asks; nothing typed is no reason. */
export const reason = z
  .string()
  .transform(onOneLine)
  .pipe(
    z
      .string()
      .max(MAX_REASON_LENGTH, 'faults.tooLong')
      .regex(/^\P{Cc}*$/u, 'faults.text'),
  )
  .transform((text) => (text === '' ? undefined : text))
  .optional();
